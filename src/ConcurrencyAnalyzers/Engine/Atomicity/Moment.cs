using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What holds at a point of a body: which observations are known and how old they are, which variables were made of
/// them, which of them decided that this point is reached, and the locks held. Immutable.
/// </summary>
internal sealed record Moment
{
    public static readonly Moment Start = new();

    /// <summary>Observations by id, with the gap since.</summary>
    public ImmutableDictionary<int, Gap> Known { get; init; } = ImmutableDictionary<int, Gap>.Empty;

    /// <summary>By variable: the observations that went into its value.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<int>> Variables { get; init; } = ImmutableDictionary<string, ImmutableHashSet<int>>.Empty;

    /// <summary>The observations that decided that this point is reached.</summary>
    public ImmutableHashSet<int> Reasons { get; init; } = ImmutableHashSet<int>.Empty;

    /// <summary>Locks held, by key.</summary>
    public ImmutableDictionary<string, AccessPath> Locks { get; init; } = ImmutableDictionary<string, AccessPath>.Empty;

    /// <summary>Atomic updates whose result was thrown away, by the state's key.</summary>
    public ImmutableDictionary<string, Place> Updated { get; init; } = ImmutableDictionary<string, Place>.Empty;

    public static Moment? Join(Moment? left, Moment? right, ImmutableHashSet<int>? reasons = null)
    {
        if (left is null || ReferenceEquals(left, right))
            return right;
        if (right is null)
            return left;
        var known = left.Known;
        foreach (var pair in right.Known)
            known = known.SetItem(pair.Key, known.TryGetValue(pair.Key, out var there) && there > pair.Value ? there : pair.Value);
        var variables = left.Variables;
        foreach (var pair in right.Variables)
            variables = variables.SetItem(pair.Key, variables.TryGetValue(pair.Key, out var there) ? there.Union(pair.Value) : pair.Value);
        return new Moment
        {
            Known = known,
            Variables = variables,
            Reasons = reasons ?? left.Reasons.Union(right.Reasons),
            Locks = left.Locks.RemoveRange(left.Locks.Keys.Where(key => !right.Locks.ContainsKey(key))),
            Updated = left.Updated.RemoveRange(left.Updated.Keys.Where(key => !right.Updated.ContainsKey(key))),
        };
    }

    /// <summary>What was observed under these conditions is out of date from here on.</summary>
    public Moment Age(Func<int, bool> which, Gap gap)
    {
        var known = Known;
        foreach (var pair in Known)
            if (pair.Value <= Gap.Unguarded && pair.Value < gap && which(pair.Key))
                known = known.SetItem(pair.Key, gap);
        return ReferenceEquals(known, Known) ? this : this with { Known = known };
    }

    public Moment Because(IEnumerable<int> observations) => this with { Reasons = Reasons.Union(observations) };
}
