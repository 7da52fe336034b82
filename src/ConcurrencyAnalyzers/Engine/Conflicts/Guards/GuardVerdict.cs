using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What was found out about the guard of one state, from which accesses and answers: while they are the same, it need not
/// be found out again. Immutable once the state has been judged.
/// </summary>
internal sealed class GuardVerdict(Use[] accesses, Use[] endings, Use[] ofOthers, GuardInquiry asked)
{
    private readonly List<Pair> _pairs = [];

    private sealed record Pair(Effect Here, Flow HereFlow, Effect There, Flow ThereFlow, Harm Harm, Tier Tier, bool IsOneSided);

    /// <summary>The guard that the accesses agree on; null where they do not.</summary>
    public AccessPath? Guard { get; set; }

    public void Add(Effect here, Flow hereFlow, Effect there, Flow thereFlow, Harm harm, Tier tier) => _pairs.Add(new(here, hereFlow, there, thereFlow, harm, tier, IsOneSided: false));

    public void AddOffender(Effect here, Flow hereFlow, Effect there, Flow thereFlow, Harm harm, Tier tier) => _pairs.Add(new(here, hereFlow, there, thereFlow, harm, tier, IsOneSided: true));

    public bool IsOn(Use[] own, Use[] ends, Use[] others) => Same(own, accesses) && Same(ends, endings) && Same(others, ofOthers);

    /// <summary>Whether another program answers the same to what was asked besides.</summary>
    public bool Holds(GuardUses other) => asked.Holds(other);

    public void Tell(ConflictTable table, ContractInference inference)
    {
        inference.Add(accesses[0].Effect.Path, Guard);
        foreach (var pair in _pairs)
            if (pair.IsOneSided)
                table.AddOffender(pair.Here, pair.HereFlow, pair.There, pair.ThereFlow, pair.Harm, pair.Tier);
            else
                table.Add(pair.Here, pair.HereFlow, pair.There, pair.ThereFlow, pair.Harm, pair.Tier);
    }

    /// <summary>From here on it is only told.</summary>
    public GuardVerdict Closed()
    {
        asked.Close();
        return this;
    }

    private static bool Same(Use[] left, Use[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (!ReferenceEquals(left[i].Effect, right[i].Effect) || !ReferenceEquals(left[i].Summary, right[i].Summary))
                return false;
        return true;
    }
}
