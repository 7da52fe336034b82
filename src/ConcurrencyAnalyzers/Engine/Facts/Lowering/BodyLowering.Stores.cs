using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private static readonly string[] s_fallbackNames = ["default", "fallback", "otherwise", "ifMissing", "ifAbsent"];

    /// <summary>Reads storage through a member or element reference.</summary>
    private Value ReadPlace(IOperation operation, AccessKind use)
    {
        var place = PlaceOf(operation);
        switch (place)
        {
            case null:
                return PropertyCall(operation, null);
            case Value.Field { Facts.IsReadOnly: true, Facts.IsStatic: false } or Value.Field:
            case Value.Element:
                _out.Add(new Access(SpanOf(operation), place, AccessKind.Read | use | ConditionFlag | NullTestFlag(operation)));
                return place;
            default:
                return place;
        }
    }

    /// <summary>The storage that an expression names; null where reading or writing it runs code (a property, an indexer).</summary>
    private Value? PlaceOf(IOperation target)
    {
        target = Unwrap(target);
        switch (target)
        {
            case ILocalReferenceOperation reference when _references.TryGetValue(reference.Local, out var storage):
                return storage;
            case ILocalReferenceOperation local:
                return new Value.Local(Symbols.Variable(local.Local));
            case IParameterReferenceOperation parameter:
                return IsPrimaryParameter(parameter.Parameter)
                    ? new Value.Field(Value.This, Symbols.PrimaryParameter(parameter.Parameter))
                    : new Value.Local(Symbols.Variable(parameter.Parameter));
            case IFieldReferenceOperation field when field.Field.ContainingType?.IsTupleType == true:
                return PlaceOf(field.Instance!) is { } tuple ? tuple : Evaluate(field.Instance);
            case IFieldReferenceOperation field:
                return new Value.Field(ReceiverOf(field.Instance), Symbols.Field(field.Field));
            case IEventReferenceOperation @event:
                return new Value.Field(ReceiverOf(@event.Instance), Symbols.Event(@event.Event));
            case IPropertyReferenceOperation property when IsAutomatic(property.Property):
                return new Value.Field(ReceiverOf(property.Instance), Symbols.Property(property.Property));
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference, AccessKind.Dereference);
                foreach (var index in element.Indices)
                    Evaluate(index);
                AddWork(element, 2);
                var (shape, name) = IsSwept(element) ? (IndexShape.Any, Locations.Step.Swept) : SlotOf(element.Indices);
                return new Value.Element(array, shape, name);
            case IConditionalAccessInstanceOperation or IInstanceReferenceOperation:
                return Evaluate(target);
            default:
                return null;
        }
    }

    private Value? ReceiverOf(IOperation? instance)
    {
        if (instance is null)
            return null;

        // A struct's field lies inside the storage that holds the struct: naming it reads nothing else.
        if (instance.Type is not { IsValueType: true } || PlaceOf(instance) is not { } place)
            return Evaluate(instance, AccessKind.Dereference);
        if (place is Value.Local { Variable: var variable })
            LocalReads.Add(new(instance.Syntax.Spot().Start, variable));
        return place;
    }

    /// <summary>The index when it is a constant or one variable (plus a constant): what makes slots distinct.</summary>
    private (IndexShape Shape, string Name) IndexOf(IOperation index)
    {
        index = Unwrap(index);
        if (index.ConstantValue is { HasValue: true, Value: var constant })
            return (IndexShape.Constant, Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        return index switch
        {
            ILocalReferenceOperation local => (IndexShape.Variable, Symbols.Variable(local.Local).Id),
            IParameterReferenceOperation parameter => (IndexShape.Parameter, Symbols.Variable(parameter.Parameter).Id),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { IsReadOnly: true } own } => (IndexShape.Variable, IndexNames.OfThis(Symbols.Field(own).Id)),
            IFieldReferenceOperation field => (IndexShape.Variable, Symbols.Field(field.Field).Id),
            _ => (IndexShape.Any, ""),
        };
    }

    internal static bool IsAutomatic(IPropertySymbol property) =>
        !property.IsIndexer && !property.IsAbstract && property.OriginalDefinition is { } definition
        && definition.DeclaringSyntaxReferences.Length > 0
        && FieldsBehind(definition).Any(candidate =>
            candidate is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, definition));

    /// <summary>Looked up by the compiler's own name for it: to go through all members at each use is dear in large types.</summary>
    private static ImmutableArray<ISymbol> FieldsBehind(IPropertySymbol property) => property.ExplicitInterfaceImplementations.IsEmpty
        ? property.ContainingType.GetMembers("<" + property.Name + ">k__BackingField")
        : property.ContainingType.GetMembers();

    private Value Assignment(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } reference:
                if (ReferenceTo(reference.Value) is { } storage && reference.Target is ILocalReferenceOperation { Local: var redirected })
                    _references[redirected] = storage;
                else
                    Evaluate(reference.Value);
                return Value.Unknown;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                return Evaluate(discard.Value);
            case ISimpleAssignmentOperation simple:
                return Assign(simple);
            case ICompoundAssignmentOperation compound:
                return Update(compound, compound.Target, compound.Value, OperatorText(compound.OperatorKind) + "=");
            case IIncrementOrDecrementOperation step:
                return Update(step, step.Target, null, step.Kind == OperationKind.Increment ? "++" : "--");
            case ICoalesceAssignmentOperation coalesce:
                return CoalesceAssign(coalesce);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } pairs when Unwrap(pairs.Value) is ITupleOperation values && values.Elements.Length == targets.Elements.Length:
                AssignEach(targets, values);
                return Value.Unknown;
            case IDeconstructionAssignmentOperation deconstruction:
                var before = _out.Count;
                EvaluateUntracked(deconstruction.Value);
                Deconstruct(deconstruction.Target, before);
                return Value.Unknown;
            case IEventAssignmentOperation subscription:
                return Subscribe(subscription);
            default:
                return Children(operation);
        }
    }

    private Value Assign(ISimpleAssignmentOperation simple)
    {
        var place = PlaceOf(simple.Target);
        if (place is null)
            return PropertyCall(Unwrap(simple.Target), simple.Value);
        var (before, reads) = (_out.Count, LocalReads.Count);
        var value = Evaluate(simple.Value);
        if (simple.Target.Type is { IsValueType: true })
            value = CopyOf(value, simple.Target.Type);
        var update = Reads(before, place, FallbackOf(simple.Value)) ? "=" : IsMadeOf(place, simple.Value, reads) ? Access.ByVariable : "";
        Store(SpanOf(simple), place, value, simple.Value, update, before);
        return value;
    }

    /// <summary>
    /// <c>x = Parse(text, x)</c>: the old value is what to fall back on, as the parameter's name says. The new one is not
    /// made from it, so nothing is lost when another thread writes between.
    /// </summary>
    private static TextSpan FallbackOf(IOperation value) =>
        Unwrap(value) is IInvocationOperation call
            ? call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: var name } && s_fallbackNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))?.Value.Syntax.Spot() ?? default
            : default;

    /// <summary><c>x = f(x)</c>: the right-hand side read the same storage.</summary>
    /// <param name="apart">A part of it that does not count.</param>
    private bool Reads(int from, Value place, TextSpan apart = default)
    {
        for (var i = from; i < _out.Count; i++)
            if (_out[i] is Access access && (apart.IsEmpty || !apart.Contains(access.Span)) && (access.Kind & (AccessKind.Read | AccessKind.Content | AccessKind.Atomic)) == AccessKind.Read && access.Place.Equals(place))
                return true;
        return false;
    }

    private void Store(TextSpan span, Value place, Value value, IOperation source, string @operator = "", int from = -1)
    {
        if (place is Value.Local { Variable: var variable })
        {
            _out.Add(new Bind(span, variable, value) { Quantity = QuantityOf(source), IsCopy = IsCopy(source) });
            _origins.Remove(variable);
        }

        if (place is Value.Local local && !IsShared(local))
            return;
        var kind = AccessKind.Write;
        if (@operator.Length > 0)
            kind |= AccessKind.Read;
        if (source.ConstantValue.HasValue || Unwrap(source).ConstantValue.HasValue)
            kind |= IsNull(source) ? AccessKind.Constant | AccessKind.Null : AccessKind.Constant;
        else if (MayBeNull(source))
            kind |= AccessKind.MaybeNull;
        if (IsGiven(source, place is Value.Field { Receiver: null }))
            kind |= AccessKind.Given;
        _out.Add(new Access(span, place, kind) { Stored = value, Quantity = QuantityOf(source), Operator = @operator, SpansAwait = from >= 0 && SpansAwait(from), IsCopy = IsCopy(source) });
    }

    /// <summary>
    /// A parameter of the member, or something that it is handed to or asked for; not what a constructor was handed for all members
    /// of its object. What it puts into a static is there for as long as an object lasts that is ended again.
    /// </summary>
    private static bool IsGiven(IOperation source, bool isForAll) => Unwrap(source) switch
    {
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol member } => member.MethodKind != MethodKind.Constructor || isForAll && member.ContainingType.AllInterfaces.Any(static part => part.Name is "IDisposable" or "IAsyncDisposable"),
        IInvocationOperation call => call.Arguments.Any(argument => IsGiven(argument.Value, isForAll)) || call.Instance is { } asked && IsGiven(asked, isForAll),
        IPropertyReferenceOperation { Instance: { } owner } => IsGiven(owner, isForAll),
        IAwaitOperation awaited => IsGiven(awaited.Operation, isForAll),
        ICoalesceOperation choice => IsGiven(choice.Value, isForAll),
        IConversionOperation conversion => IsGiven(conversion.Operand, isForAll),
        _ => false,
    };

    private bool SpansAwait(int from)
    {
        for (var i = from; i < _out.Count; i++)
            if (_out[i] is Await)
                return true;
        return false;
    }

    private Value Update(IOperation operation, IOperation target, IOperation? operand, string @operator)
    {
        var place = PlaceOf(target);
        var before = _out.Count;
        if (place is null)
            return PropertyCall(Unwrap(target), operand, isUpdate: true);
        var added = operand is null ? Value.Unknown : Evaluate(operand);
        var isHandler = @operator == "+=" && target.Type is { TypeKind: TypeKind.Delegate };
        AddWork(operation, operation is ICompoundAssignmentOperation compound ? UnitsOf(compound.OperatorKind, compound.Type, compound.OperatorMethod) : 1);
        if (place is Value.Local { Variable: var variable })
        {
            LocalReads.Add(new(target.Syntax.Spot().Start, variable));
            _out.Add(new Bind(operation.Syntax.Spot(), variable, Value.Unknown));
            NoteChange(variable);
        }

        if (place is Value.Local local && !IsShared(local))
            return Value.Unknown;
        _out.Add(new Access(operation.Syntax.Spot(), place, @operator == "-=" && target.Type is { TypeKind: TypeKind.Delegate } ? AccessKind.Update | AccessKind.Null : AccessKind.Update) { Operator = @operator, SpansAwait = SpansAwait(before), Stored = isHandler ? added : Value.Unknown });
        return Value.Unknown;
    }

    private Value CoalesceAssign(ICoalesceAssignmentOperation coalesce)
    {
        var place = PlaceOf(coalesce.Target);
        if (place is null && Unwrap(coalesce.Target) is IPropertyReferenceOperation { Property.ContainingType.Name: "AsyncLocal" } flowing)
        {
            var had = PropertyCall(flowing, null);
            var set = Inside(coalesce.Syntax.Spot(), () => PropertyCall(flowing, coalesce.Value));
            _out.Add(new Branch(coalesce.Syntax.Spot(), Empty(coalesce), Value.Unknown, false, System.Collections.Immutable.ImmutableArray.Create(set, Empty(coalesce))) { NullTested = had, NullArm = 0 });
            return had;
        }

        if (place is null)
            return PropertyCall(Unwrap(coalesce.Target), coalesce.Value, isUpdate: true);
        if (place is not Value.Local local || IsShared(local))
            _out.Add(new Access(coalesce.Target.Syntax.Spot(), place, AccessKind.Read | AccessKind.Test));
        var value = Value.Unknown;
        var assign = Inside(coalesce.Syntax.Spot(), () =>
        {
            var before = _out.Count;
            value = Evaluate(coalesce.Value);
            Store(coalesce.Syntax.Spot(), place, value, coalesce.Value, "??=", before);
        });
        _out.Add(new Branch(coalesce.Syntax.Spot(), Empty(coalesce), Value.Unknown, false, System.Collections.Immutable.ImmutableArray.Create(assign, Empty(coalesce))) { NullTested = place, NullArm = 0 });

        // Either way the place holds the result now.
        return place is Value.Field ? place : Value.OneOf(place, value);
    }

    private void Deconstruct(IOperation target, int before)
    {
        switch (Unwrap(target))
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Deconstruct(element, before);
                break;
            case IDeclarationExpressionOperation declaration:
                DeclarationExpression(declaration);
                break;
            case IDiscardOperation:
                break;
            case { } other when PlaceOf(other) is { } place:
                Store(other.Syntax.Spot(), place, Value.Unknown, other, Reads(before, place) ? "=" : "", before);
                break;
            case { } property:
                PropertyCall(property, property);
                break;
        }
    }

    private bool IsShared(Value.Local local) => local.Variable.IsByRef || member.IsCapturedVariable(local.Variable);

    private static TextSpan SpanOf(IOperation operation) => operation.Syntax.Spot();

    private static string OperatorText(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift => ">>",
        _ => "?",
    };
}
