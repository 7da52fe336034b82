using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    /// <summary>What the values of variables were made of that are given theirs once, where they are declared, and only counted on since.</summary>
    private readonly Dictionary<FieldFacts, ImmutableArray<Origin>> _origins = [];

    /// <param name="Read">Where storage was read.</param>
    /// <param name="IsChanged">The variable has something else than what was read.</param>
    private sealed record Origin(Access Read, bool IsChanged);

    /// <param name="from">The first node of the initializer.</param>
    /// <param name="fromReads">The first read of a variable in it.</param>
    private void NoteOrigins(FieldFacts variable, IOperation initializer, int from, int fromReads)
    {
        // Where there was nothing, it is made: one as good as the other. And what spans an await is judged as such.
        if (Unwrap(initializer) is ICoalesceOperation || SpansAwait(from))
            return;
        var isChanged = !IsCopy(initializer);
        ImmutableArray<Origin>.Builder? origins = null;
        for (var i = from; i < _out.Count; i++)
            if (_out[i] is Access { Place: Value.Field or Value.Element } access && (access.Kind & (AccessKind.Update | AccessKind.Content | AccessKind.Atomic)) == AccessKind.Read)
                (origins ??= ImmutableArray.CreateBuilder<Origin>()).Add(new(access, isChanged));
        for (var i = fromReads; i < LocalReads.Count; i++)
            if (_origins.TryGetValue(LocalReads[i].Variable, out var known))
                foreach (var origin in known)
                    (origins ??= ImmutableArray.CreateBuilder<Origin>()).Add(isChanged ? origin with { IsChanged = true } : origin);
        if (origins is not null)
            _origins[variable] = origins.ToImmutable();
    }

    private void NoteChange(FieldFacts variable)
    {
        if (_origins.TryGetValue(variable, out var origins))
            _origins[variable] = origins.Select(static origin => origin with { IsChanged = true }).ToImmutableArray();
    }

    /// <summary><c>var old = x; if (old &lt; value)</c>: the storage is tested. Whether there is anything at all is another question.</summary>
    private void NoteTest(IOperation operation, FieldFacts variable)
    {
        if (_origins.TryGetValue(variable, out var origins) && operation.Parent is IBinaryOperation { LeftOperand: var left, RightOperand: var right } compared && IsComparison(compared.OperatorKind) && !IsNull(left) && !IsNull(right))
            foreach (var origin in origins)
                if (!origin.IsChanged)
                    origin.Read.NoteTest();
    }

    private static bool IsComparison(BinaryOperatorKind kind) => kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;

    /// <summary><c>var old = x; x = f(old)</c>: what is stored was made of what had been read there. Not where that is put back as it was.</summary>
    private bool IsMadeOf(Value place, IOperation source, int fromReads)
    {
        if (_origins.Count == 0)
            return false;
        var isCopy = IsCopy(source);
        for (var i = fromReads; i < LocalReads.Count; i++)
            if (_origins.TryGetValue(LocalReads[i].Variable, out var origins) && origins.Any(origin => (origin.IsChanged || !isCopy) && origin.Read.Place.Equals(place)))
                return true;
        return false;
    }
}
