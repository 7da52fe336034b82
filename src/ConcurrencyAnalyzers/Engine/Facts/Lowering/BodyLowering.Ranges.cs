using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Ranges of slots that runs go through: whether the last slot of one is the first of the next.</summary>
internal sealed partial class BodyLowering
{
    private const int MaxFormDepth = 6;

    /// <summary>Sums that are multiplied have as many terms as both have together, times over.</summary>
    private const int MaxTerms = 64;

    /// <summary>The slots that the variable of a loop names, by its id: a name for them, or that they reach into the next run's.</summary>
    private readonly Dictionary<string, NamedSlots> _ranges = new(StringComparer.Ordinal);

    private sealed record NamedSlots(IndexShape Shape, string Name);

    private readonly HashSet<string> _declaredHere = new(StringComparer.Ordinal);

    private bool IsNested => BodyId.IndexOf('|') >= 0;

    /// <summary>A number of the run at hand: made from its argument, or captured of the turn that started it.</summary>
    private bool IsOwnLocal(ILocalSymbol local) =>
        Symbols.Variable(local).Id is var id && (_ownNumbers.Contains(id) || !_declaredHere.Contains(id) && member.RunNumbers.Contains(id));

    private void NoteRange(IForLoopOperation loop)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var variable, Initializer.Value: { } first }] }] }]
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } }] || loop.Condition is null)
            return;
        foreach (var part in Conjuncts(Unwrap(loop.Condition)))
            if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.LessThan } bound && SymbolEqualityComparer.Default.Equals(VariableOf(Unwrap(bound.LeftOperand)), variable))
            {
                var isInclusive = bound.OperatorKind == BinaryOperatorKind.LessThanOrEqual;
                if (Reach(first, bound.RightOperand, loop) is { } reach && reach >= (isInclusive ? -1 : 0))
                {
                    var touches = reach >= (isInclusive ? 0 : 1);
                    if (touches || !loop.Body.Descendants().Any(static part => part is IConditionalOperation or ISwitchOperation))
                        _ranges[Symbols.Variable(variable).Id] = touches ? new(IndexShape.Any, "") : new(IndexShape.Parameter, Symbols.Variable(variable).Id);
                }
                else if (isInclusive && Unwrap(first) is IParameterReferenceOperation from && Unwrap(bound.RightOperand) is IParameterReferenceOperation to)
                    _ranges[Symbols.Variable(variable).Id] = new(IndexShape.Parameter, IndexNames.Range(from.Parameter.Ordinal, to.Parameter.Ordinal));
            }
    }

    /// <summary>By how much the end of one run's range lies behind the beginning of the next run's; null where that is not known.</summary>
    private long? Reach(IOperation first, IOperation end, IOperation place)
    {
        if (!IsNested || FormOf(first, 0) is not { } start || FormOf(end, 0) is not { } stop)
            return null;
        foreach (var (variable, step) in RunVariables(place))
            if (start.Mentions(variable) && step is not null)
                return stop.Add(start.With(variable, LinearForm.Of(variable).Add(step)), -1).Number;
        return null;
    }

    /// <summary>What differs between the runs of the function at hand: its number, or the variable of a loop that starts them, and by how much.</summary>
    private IEnumerable<(string Variable, LinearForm? Step)> RunVariables(IOperation place)
    {
        var isOutside = false;
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation function)
            {
                isOutside = true;
                foreach (var parameter in function.Symbol.Parameters)
                    if (IsNumber(parameter.Type))
                        yield return (Symbols.Variable(parameter).Id, LinearForm.Of(1));
            }
            else if (isOutside && around is IForLoopOperation { Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var counter }] }] }], AtLoopBottom: [IExpressionStatementOperation { Operation: var step }] })
            {
                yield return (Symbols.Variable(counter).Id, step switch
                {
                    IIncrementOrDecrementOperation { Kind: OperationKind.Increment } => LinearForm.Of(1),
                    ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } compound => FormOf(compound.Value, 0),
                    _ => null,
                });
            }
        }
    }

    private LinearForm? FormOf(IOperation operation, int depth)
    {
        operation = Unwrap(operation);
        if (depth > MaxFormDepth)
            return null;
        if (operation.ConstantValue is { HasValue: true, Value: int or long or short or byte } constant)
            return LinearForm.Of(Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture));
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } binary when FormOf(binary.LeftOperand, depth + 1) is { } left && FormOf(binary.RightOperand, depth + 1) is { } right:
                return binary.OperatorKind == BinaryOperatorKind.Multiply ? (left.Size * right.Size <= MaxTerms ? left.Multiply(right) : null) : left.Add(right, binary.OperatorKind == BinaryOperatorKind.Add ? 1 : -1);
            case ILocalReferenceOperation local:
                return DeclaredAs(local) is { } value && FormOf(value, depth + 1) is { } form ? form : LinearForm.Of(Symbols.Variable(local.Local).Id);
            case IParameterReferenceOperation parameter:
                return LinearForm.Of(Symbols.Variable(parameter.Parameter).Id);
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }:
                return LinearForm.Of("(" + operation.Syntax.ToString().Replace('*', ' ') + ")");
            // The last run is cut off where the whole ends.
            case IInvocationOperation { TargetMethod: { Name: "Min", ContainingType.Name: "Math" }, Arguments: [var one, var other] }:
                return FormOf(IsWhole(one.Value) ? other.Value : one.Value, depth + 1);
            default:
                return null;
        }
    }

    private static bool IsWhole(IOperation value) => value.DescendantsAndSelf().Any(static part => part is IPropertyReferenceOperation { Property.Name: "Length" or "Count" });

    /// <summary>What a local was declared with, where it keeps that.</summary>
    private static IOperation? DeclaredAs(ILocalReferenceOperation reference)
    {
        for (var block = reference.Parent; block is not null; block = block.Parent)
            foreach (var part in block.ChildOperations)
                if (part is IVariableDeclarationGroupOperation group && block is not IForLoopOperation)
                    foreach (var declarator in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                        if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
                            return IsChanged(block, reference.Local) ? null : declarator.Initializer?.Value;
        return null;
    }

    private static bool IsChanged(IOperation block, ISymbol variable) => block.Descendants().Any(part => part switch
    {
        IAssignmentOperation assignment => SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable),
        IIncrementOrDecrementOperation step => SymbolEqualityComparer.Default.Equals(VariableOf(step.Target), variable),
        _ => false,
    });

    /// <summary>Pairs of numbers that a call hands in, of which the second is the next run's first.</summary>
    private string? TouchingArguments(IInvocationOperation call)
    {
        string? touching = null;
        for (var i = 0; i + 1 < call.Arguments.Length; i++)
            if (call.Arguments[i].Value is var from && call.Arguments[i + 1].Value is var to && from.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && IsNumber(to.Type) && from.ConstantValue is { HasValue: false } && Reach(from, to, call) is >= 0)
                touching += IndexNames.Range(call.Arguments[i].Parameter?.Ordinal ?? i, call.Arguments[i + 1].Parameter?.Ordinal ?? i + 1);
        return touching;
    }
}
