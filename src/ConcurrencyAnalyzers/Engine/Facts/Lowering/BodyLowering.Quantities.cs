using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private const int LongestQuantityText = 40;

    private const int TypicalProcessors = 8;

    private static readonly char[] s_lineEnds = ['\r', '\n'];

    /// <summary>LINQ operators that yield at most as many items as they are given.</summary>
    private static readonly HashSet<string> s_sizeKeepers = new(StringComparer.Ordinal)
    {
        "Select", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Reverse", "Distinct", "DistinctBy",
        "ToList", "ToArray", "AsEnumerable", "AsSpan", "AsParallel", "AsOrdered", "AsReadOnly", "Cast", "OfType", "Skip", "SkipWhile", "TakeWhile", "Except", "Intersect",
        "Clone", "ToHashSet", "ToDictionary", "GroupBy", "Index", "Chunk", "Count", "LongCount", "GetLength", "ToCharArray", "ToUpper", "ToLower", "Trim",
    };

    /// <summary>What an expression tells of its own size, without lowering it; for a function, of what it returns.</summary>
    private Quantity QuantityOf(IOperation? operation)
    {
        if (operation is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } returned }] } })
            return QuantityOf(returned);
        if (operation is null or IDelegateCreationOperation or IAnonymousFunctionOperation || operation.Type is { SpecialType: SpecialType.System_Boolean })
            return Quantity.Unknown;
        operation = Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return constant switch
            {
                string text => new Quantity.Number(text.Length),
                bool or null => Quantity.Unknown,
                char letter => new Quantity.Number(letter),
                IConvertible number => new Quantity.Number(number.ToDouble(CultureInfo.InvariantCulture)),
                _ => Quantity.Unknown,
            };
        return operation switch
        {
            IBinaryOperation binary => Combine(binary.OperatorKind, QuantityOf(binary.LeftOperand), QuantityOf(binary.RightOperand)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus or UnaryOperatorKind.BitwiseNegation } unary => QuantityOf(unary.Operand),
            IConditionalOperation { WhenFalse: not null } choice => new Quantity.Combined(QuantityOperator.Max, QuantityOf(choice.WhenTrue), QuantityOf(choice.WhenFalse)),
            IArrayCreationOperation { Initializer: { } initializer } => new Quantity.Number(initializer.ElementValues.Length),
            IArrayCreationOperation array => array.DimensionSizes.Select(QuantityOf).Aggregate((left, right) => new Quantity.Combined(QuantityOperator.Multiply, left, right)),
            { Kind: CollectionExpressionKind } when operation.ChildOperations.All(static item => item.Kind != (OperationKind)0x80) => new Quantity.Number(operation.ChildOperations.Count()),
            IObjectCreationOperation { Type.Name: "BitArray", Arguments: [var size] } => QuantityOf(size.Value),
            IObjectCreationOperation { Initializer: { } initializer, Arguments: [] } => new Quantity.Number(initializer.Initializers.Length),
            IObjectCreationOperation { Arguments: [{ Value: var source }] } when source.Type is { IsReferenceType: true } => QuantityOf(source),
            IPropertyReferenceOperation { Property: { Name: "ProcessorCount", ContainingType.Name: "Environment" } } => new Quantity.Number(TypicalProcessors),
            IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count", Instance: { } whole } => QuantityOf(whole),
            IInvocationOperation invocation => Returned(invocation),
            _ => Named(operation) is { } place ? new Quantity.Of(place, TextOf(operation)) : DerivedFrom(operation),
        };
    }

    private Quantity Returned(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var first = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        Quantity At(int index) => index < invocation.Arguments.Length ? QuantityOf(invocation.Arguments[index].Value) : Quantity.Unknown;
        return (method.ContainingType?.Name, method.Name) switch
        {
            ("Math", "Min") => new Quantity.Combined(QuantityOperator.Min, At(0), At(1)),
            ("Math", "Max") => new Quantity.Combined(QuantityOperator.Max, At(0), At(1)),
            ("Math" or "MathF", "Sqrt") => new Quantity.Combined(QuantityOperator.Root, At(0), At(0)),
            ("Math" or "MathF", "Floor" or "Ceiling" or "Round" or "Abs" or "Truncate") => At(0),
            ("Math", "Pow") when At(0) is Quantity.Number { Value: > 1 } => new Quantity.Combined(QuantityOperator.Exponential, At(1), At(1)),
            ("Enumerable" or "ParallelEnumerable", "Range") => new Quantity.Range(At(1), new Quantity.Combined(QuantityOperator.Add, At(0), At(1))),
            ("Enumerable" or "ParallelEnumerable", "Repeat" or "Take") => At(1),
            ("Enumerable", "SelectMany") => new Quantity.Combined(QuantityOperator.Multiply, At(0), At(1)),
            (_, "GetLength") => DerivedFrom(invocation),
            _ when s_sizeKeepers.Contains(method.Name) && first is not null => QuantityOf(first),
            _ => DerivedFrom(invocation),
        };
    }

    private static Quantity Combine(BinaryOperatorKind kind, Quantity left, Quantity right) => kind switch
    {
        BinaryOperatorKind.Add => new Quantity.Combined(QuantityOperator.Add, left, right),
        BinaryOperatorKind.Subtract => new Quantity.Combined(QuantityOperator.Subtract, left, right),
        BinaryOperatorKind.Multiply => new Quantity.Combined(QuantityOperator.Multiply, left, right),
        BinaryOperatorKind.Divide => new Quantity.Combined(QuantityOperator.Divide, left, right),
        BinaryOperatorKind.RightShift when right is Quantity.Number shift => new Quantity.Combined(QuantityOperator.Divide, left, new Quantity.Number(Math.Pow(2, shift.Value))),
        BinaryOperatorKind.LeftShift when right is Quantity.Number shift => new Quantity.Combined(QuantityOperator.Multiply, left, new Quantity.Number(Math.Pow(2, shift.Value))),
        BinaryOperatorKind.LeftShift when left is Quantity.Number => new Quantity.Combined(QuantityOperator.Exponential, right, right),
        BinaryOperatorKind.Remainder => right,
        BinaryOperatorKind.And when right is Quantity.Number => right,
        _ => Quantity.Unknown,
    };

    private Quantity DerivedFrom(IOperation operation)
    {
        for (var inner = operation; inner is not null;)
        {
            if (!ReferenceEquals(inner, operation) && Named(inner) is { } root)
                return new Quantity.Derived(root, TextOf(operation));
            inner = inner switch
            {
                IInvocationOperation { Instance: { } instance } => Unwrap(instance),
                IInvocationOperation { Arguments: [{ Value: var first }, ..] } => Unwrap(first),
                IPropertyReferenceOperation { Instance: { } instance } => Unwrap(instance),
                IFieldReferenceOperation { Instance: { } instance } => Unwrap(instance),
                IArrayElementReferenceOperation element => Unwrap(element.ArrayReference),
                IAwaitOperation awaited => Unwrap(awaited.Operation),
                _ => null,
            };
        }

        return operation is IInvocationOperation or IMemberReferenceOperation ? new Quantity.Derived(Value.Unknown, TextOf(operation)) : Quantity.Unknown;
    }

    /// <summary>The storage that a plain path of locals, parameters, fields and elements names; nothing is lowered.</summary>
    private Value? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => new Value.Local(Symbols.Variable(local.Local)),
        IParameterReferenceOperation parameter when !IsPrimaryParameter(parameter.Parameter) => new Value.Local(Symbols.Variable(parameter.Parameter)),
        IParameterReferenceOperation parameter => new Value.Field(Value.This, Symbols.PrimaryParameter(parameter.Parameter)),
        IInstanceReferenceOperation => Value.This,
        IFieldReferenceOperation { Instance: null } field => new Value.Field(null, Symbols.Field(field.Field)),
        IFieldReferenceOperation { Instance: { } instance } field when Named(Unwrap(instance)) is { } receiver => new Value.Field(receiver, Symbols.Field(field.Field)),
        IPropertyReferenceOperation { Property.IsIndexer: false } property when IsAutomatic(property.Property) =>
            property.Instance is null ? new Value.Field(null, Symbols.Property(property.Property))
            : Named(Unwrap(property.Instance)) is { } receiver ? new Value.Field(receiver, Symbols.Property(property.Property)) : null,
        IArrayElementReferenceOperation { Indices: [var index] } element when Named(Unwrap(element.ArrayReference)) is { } array => ElementOf(array, index),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [var index] } when Named(Unwrap(list)) is { } items => ElementOf(items, index.Value),
        _ => null,
    };

    private Value ElementOf(Value container, IOperation index)
    {
        var (shape, name) = IndexOf(index);
        return new Value.Element(container, shape, name);
    }

    private static string TextOf(IOperation operation)
    {
        var span = operation.Syntax.Span;
        var text = operation.Syntax.SyntaxTree.GetText().ToString(new(span.Start, Math.Min(span.Length, LongestQuantityText)));
        var line = text.IndexOfAny(s_lineEnds);
        return line < 0 && span.Length <= LongestQuantityText ? text : (line < 0 ? text : text.Substring(0, line)).TrimEnd() + "…";
    }
}
