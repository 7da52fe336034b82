using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Which slot an index names, seen from a body that runs several times at once with another argument each.</summary>
internal sealed partial class BodyLowering
{
    /// <summary>Locals whose value follows from a parameter by arithmetic alone, so that each run has others.</summary>
    private readonly HashSet<string> _ownNumbers = new(StringComparer.Ordinal);

    /// <summary>Of several indexes, the one that differs from run to run tells more than the first.</summary>
    private (IndexShape Shape, string Name) SlotOf(ImmutableArray<IOperation> indices)
    {
        (IndexShape, string) first = (IndexShape.Any, "");
        for (var i = 0; i < indices.Length; i++)
        {
            var slot = SlotOf(indices[i]);
            if (slot.Shape == IndexShape.Parameter)
                return slot;
            if (i == 0)
                first = slot;
        }

        return first;
    }

    private (IndexShape Shape, string Name) SlotOf(IOperation index)
    {
        index = Unwrap(index);
        if (index is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, ConstantValue.HasValue: false } shifted
            && Unwrap(shifted.LeftOperand) is IParameterReferenceOperation or ILocalReferenceOperation
            && Unwrap(shifted.RightOperand).ConstantValue is { HasValue: true, Value: int distance })
        {
            var (shape, name) = SlotOf(shifted.LeftOperand);
            return shape == IndexShape.Parameter && !IndexNames.IsComputed(name)
                ? (shape, IndexNames.Shifted(name, shifted.OperatorKind == BinaryOperatorKind.Add ? distance : -distance))
                : (shape == IndexShape.Parameter ? shape : IndexShape.Any, name);
        }

        if (index is ILocalReferenceOperation counter && _ranges.TryGetValue(Symbols.Variable(counter.Local).Id, out var range))
            return (range.Shape, range.Name);
        if (index is ILocalReferenceOperation local && _ownNumbers.Contains(Symbols.Variable(local.Local).Id))
            return (IndexShape.Parameter, IndexNames.Computed(Symbols.Variable(local.Local).Id));
        return index is IBinaryOperation && IsOwnNumber(index) ? (IndexShape.Parameter, IndexNames.Computed(index.Syntax.ToString())) : IndexOf(index);
    }

    /// <summary>Arithmetic over a parameter, or over what a parameter holds (the range that a partition hands out).</summary>
    private bool IsOwnNumber(IOperation operation)
    {
        operation = Unwrap(operation);
        return operation switch
        {
            IParameterReferenceOperation => true,
            ILocalReferenceOperation local => IsOwnLocal(local.Local),
            IFieldReferenceOperation { Instance: { } instance } => Unwrap(instance) is IParameterReferenceOperation or ILocalReferenceOperation && IsOwnNumber(instance),
            IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, Name: not ("Length" or "Count") } } => Unwrap(instance) is IParameterReferenceOperation && IsOwnNumber(instance),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } binary => IsOwnNumber(binary.LeftOperand) || IsOwnNumber(binary.RightOperand),
            _ => false,
        };
    }

    /// <summary>In the body of a loop of the function at hand: new in each turn.</summary>
    private static bool IsInTurn(IOperation operation)
    {
        for (var (inner, around) = (operation, operation.Parent); around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; (inner, around) = (around, around.Parent))
            if (around is ILoopOperation loop && loop.Body == inner)
                return true;
        return false;
    }

    private void NoteNumber(ILocalSymbol local, IOperation? value)
    {
        if (value is null || local.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
            return;
        var id = Symbols.Variable(local).Id;
        var isOwn = IsOwnNumber(value);
        _declaredHere.Add(id);
        if (isOwn)
            _ownNumbers.Add(id);
        if (isOwn || IsInTurn(value))
            member.RunNumbers.Add(id);
    }
}

/// <summary>Names of slots: a variable, a variable and a distance, or an expression over it.</summary>
internal static class IndexNames
{
    private const char Mark = '~';

    public static string Shifted(string name, int distance) => distance == 0 ? name : name + Mark + distance.ToString(CultureInfo.InvariantCulture);

    public static string Computed(string name) => name + Mark + "*";

    public static bool IsComputed(string name) => name.EndsWith("*", StringComparison.Ordinal);

    /// <summary>From one parameter's slot to another's, that one included.</summary>
    public static string Range(int from, int to) => Between + from.ToString(CultureInfo.InvariantCulture) + "-" + to.ToString(CultureInfo.InvariantCulture) + Mark + "*";

    public static bool IsRange(string name) => name.StartsWith(Between, StringComparison.Ordinal);

    private const string Between = "range ";

    /// <summary>A slot whose number its object was made with: as long as <c>this</c> is all that is known of the object.</summary>
    public static string OfThis(string field) => Own + field;

    public static bool IsOfThis(string name) => name.StartsWith(Own, StringComparison.Ordinal);

    private const string Own = "this.";

    public static string VariableOf(string name) => name.IndexOf(Mark) is >= 0 and var mark ? name.Substring(0, mark) : name;

    /// <summary>What stands behind the variable, in another variable's name.</summary>
    public static string Renamed(string name, string variable) => variable + name.Substring(VariableOf(name).Length);

    /// <summary>One run's slot is another run's neighbour: the same variable at different distances.</summary>
    public static bool AreNeighbours(string one, string other) => one != other && !IsComputed(one) && !IsComputed(other) && VariableOf(one) == VariableOf(other);
}
