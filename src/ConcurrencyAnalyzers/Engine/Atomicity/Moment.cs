using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What holds at a point of a body: which observations are known and how old they are, which variables were made of
/// them, which of them decided that this point is reached, and the locks held. Immutable.
/// </summary>
internal sealed record Moment
{
    public static readonly Moment Start = new();

    /// <summary>The observations, with the gap since.</summary>
    public Ages Known { get; init; } = Ages.Empty;

    /// <summary>By variable: the observations that went into its value.</summary>
    public ImmutableDictionary<string, Ids> Variables { get; init; } = ImmutableDictionary<string, Ids>.Empty;

    /// <summary>The observations that decided that this point is reached.</summary>
    public Ids Reasons { get; init; } = Ids.Empty;

    public HeldPaths Locks { get; init; } = HeldPaths.Empty;

    /// <summary>Atomic updates whose result was thrown away.</summary>
    public ImmutableDictionary<Subject, Place> Updated { get; init; } = ImmutableDictionary<Subject, Place>.Empty;

    /// <summary>What the body has given a constant.</summary>
    public ImmutableHashSet<Subject> Given { get; init; } = ImmutableHashSet<Subject>.Empty;

    public static Moment? Join(Moment? left, Moment? right, Ids? reasons = null)
    {
        if (left is null || ReferenceEquals(left, right))
            return right;
        if (right is null)
            return left;
        return new Moment
        {
            Known = Ages.Join(left.Known, right.Known),
            Variables = Join(left.Variables, right.Variables),
            Reasons = reasons ?? left.Reasons.Union(right.Reasons),
            Locks = left.Locks.Intersect(right.Locks),
            Given = ReferenceEquals(left.Given, right.Given) ? left.Given : left.Given.Intersect(right.Given),
            Updated = ReferenceEquals(left.Updated, right.Updated) ? left.Updated : left.Updated.RemoveRange(left.Updated.Keys.Where(key => !right.Updated.ContainsKey(key))),
        };
    }

    /// <summary>What was observed under these conditions is out of date from here on.</summary>
    public Moment Age(Func<int, bool> which, Gap gap) => Known.Age(which, gap) is var known && ReferenceEquals(known, Known) ? this : this with { Known = known };

    public Moment Because(Ids observations) => Reasons.Union(observations) is var reasons && ReferenceEquals(reasons, Reasons) ? this : this with { Reasons = reasons };

    private static ImmutableDictionary<string, Ids> Join(ImmutableDictionary<string, Ids> left, ImmutableDictionary<string, Ids> right)
    {
        if (ReferenceEquals(left, right) || right.IsEmpty)
            return left;
        if (left.IsEmpty)
            return right;
        var variables = left;
        foreach (var pair in right)
            variables = variables.SetItem(pair.Key, variables.TryGetValue(pair.Key, out var there) ? there.Union(pair.Value) : pair.Value);
        return variables;
    }
}
