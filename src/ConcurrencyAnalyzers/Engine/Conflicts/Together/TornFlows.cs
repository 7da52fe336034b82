using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Two values that one flow stores one after the other, and that another holds against each other in one comparison: each word
/// is whole, but the two can be of different updates, and then what is concluded from them is true of neither.
/// </summary>
internal sealed class TornFlows
{
    private sealed record Pair(Effect Read, Effect Write, Flow Reader, Flow Writer);

    private readonly List<Pair> _pairs = [];

    /// <summary>Keeps what overlaps with no harm of its own: a word that is read while another flow stores a new one.</summary>
    public void Note(Effect here, Flow hereFlow, Effect there, Flow thereFlow)
    {
        if (IsCompared(here) && IsStored(there))
            _pairs.Add(new(here, there, hereFlow, thereFlow));
        else if (IsCompared(there) && IsStored(here))
            _pairs.Add(new(there, here, thereFlow, hereFlow));
    }

    public void Find(ProgramIndex program, ConflictTable table)
    {
        foreach (var body in _pairs.GroupBy(static pair => pair.Read.BodyId))
            if (body.Select(static pair => pair.Read.Path).Distinct().Skip(1).Any() && program.Body(body.Key) is { } reader)
                foreach (var branch in reader.Root.All().OfType<Branch>().Where(static branch => branch.Comparison == ComparisonKind.Order))
                    FindIn(body.Where(pair => branch.Condition.Span.Contains(pair.Read.Place.Span)).ToArray(), branch, table);
    }

    private static void FindIn(Pair[] pairs, Branch branch, ConflictTable table)
    {
        // One comparison of two words, and nothing else beside it.
        if (pairs.Select(static pair => pair.Read.Place).Distinct().Count() != 2 || branch.Condition.All().Any(static node => node is Branch or Call))
            return;
        foreach (var pair in pairs)
            if (pairs.Any(other => !other.Read.Path.Equals(pair.Read.Path) && other.Write.BodyId == pair.Write.BodyId && other.Write.Trace.SequenceEqual(pair.Write.Trace)))
                table.AddOffender(pair.Read, pair.Reader, pair.Write, pair.Writer, Harm.TornPair, Tier.A);
    }

    private static bool IsCompared(Effect effect) =>
        effect is { Writes: false, IsContent: false, IsAtomic: false, Trace.IsEmpty: true } && (effect.Kind & (AccessKind.Test | AccessKind.NullTest)) == AccessKind.Test && effect.Path.Storage is { IsVolatile: false };

    private static bool IsStored(Effect effect) => effect is { Writes: true, IsUpdate: false, IsContent: false, IsAtomic: false } && (effect.Kind & AccessKind.Constant) == 0;
}
