using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What is known at a point of a body: values of variables and fields, locks surely held, forks that may be running
/// (each with the variables and objects renewed since it was started), handles surely joined. Immutable.
/// </summary>
internal sealed record State
{
    public static readonly State Start = new();

    /// <summary>Variables by id.</summary>
    public ImmutableDictionary<string, AbstractValue> Variables { get; init; } = ImmutableDictionary<string, AbstractValue>.Empty;

    /// <summary>Fields, slots and contents by path.</summary>
    public ImmutableDictionary<AccessPath, AbstractValue> Heap { get; init; } = ImmutableDictionary<AccessPath, AbstractValue>.Empty;

    public LockSet Locks { get; init; } = LockSet.Empty;

    /// <summary>Locks of a caller that may have been given back, and not taken again since.</summary>
    public ImmutableHashSet<AccessPath> GivenBack { get; init; } = ImmutableHashSet<AccessPath>.Empty;

    /// <summary>Forks that may be running, by id.</summary>
    public ImmutableDictionary<string, LiveFork> Live { get; init; } = ImmutableDictionary<string, LiveFork>.Empty;

    /// <summary>Paths whose handles were surely joined.</summary>
    public ImmutableHashSet<AccessPath> Joined { get; init; } = ImmutableHashSet<AccessPath>.Empty;

    /// <summary>Keys of signals that may have been given.</summary>
    public ImmutableHashSet<string> Signalled { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Flags that were surely set under a lock on the way.</summary>
    public ImmutableHashSet<Claim> Claimed { get; init; } = Claim.None;

    /// <summary>Flags that were surely looked at since their lock was taken; of locks that are not held any more, they say nothing.</summary>
    public ImmutableHashSet<Claim> Admitted { get; init; } = Claim.None;

    /// <summary>Values that parameters surely have here.</summary>
    public ImmutableHashSet<Setting> Settings { get; init; } = Setting.None;

    /// <summary>Objects that may have been handed over, by key: under which name those who take them out know them.</summary>
    public ImmutableDictionary<string, AccessPath> Sent { get; init; } = ImmutableDictionary<string, AccessPath>.Empty;

    /// <summary>With another object behind the name, which nobody has been given, nor what it holds.</summary>
    public State Unsent(string rootKey)
    {
        var sent = Sent;
        if (!sent.IsEmpty)
            foreach (var pair in Sent)
                if (pair.Key.StartsWith(rootKey, StringComparison.Ordinal) && (pair.Key.Length == rootKey.Length || pair.Key[rootKey.Length] == '.'))
                    sent = sent.Remove(pair.Key);
        return ReferenceEquals(sent, Sent) ? this : this with { Sent = sent };
    }

    /// <summary>An await may have happened.</summary>
    public bool AfterAwait { get; init; }

    /// <summary>The state where two paths meet.</summary>
    public static State? Join(State? left, State? right)
    {
        if (left is null || ReferenceEquals(left, right))
            return right;
        if (right is null)
            return left;
        return new State
        {
            Variables = Merge(left.Variables, right.Variables),
            Heap = MergeHeap(left.Heap, right.Heap),
            Locks = left.Locks.Intersect(right.Locks),
            GivenBack = left.GivenBack.Union(right.GivenBack),
            Live = MergeLive(left.Live, right.Live),
            Joined = ReferenceEquals(left.Joined, right.Joined) ? left.Joined : left.Joined.Intersect(right.Joined),
            Signalled = ReferenceEquals(left.Signalled, right.Signalled) ? left.Signalled : left.Signalled.Union(right.Signalled),
            Claimed = ReferenceEquals(left.Claimed, right.Claimed) ? left.Claimed : left.Claimed.Intersect(right.Claimed),
            Admitted = ReferenceEquals(left.Admitted, right.Admitted) ? left.Admitted : left.Admitted.Intersect(right.Admitted),
            Settings = ReferenceEquals(left.Settings, right.Settings) ? left.Settings : left.Settings.Intersect(right.Settings),
            Sent = ReferenceEquals(left.Sent, right.Sent) || right.Sent.IsEmpty ? left.Sent : left.Sent.IsEmpty ? right.Sent : left.Sent.SetItems(right.Sent),
            AfterAwait = left.AfterAwait || right.AfterAwait,
        };
    }

    /// <summary>With a lock that is taken now.</summary>
    public State Hold(AccessPath path, LockMode mode) => this with
    {
        Locks = Locks.Add(path, mode),
        Admitted = Admitted.IsEmpty || Locks.Contains(path.Key) ? Admitted : Admitted.Except(Admitted.Where(ticket => ticket.Lock == path.Key)),
    };

    public State Without(IEnumerable<Fork> joined)
    {
        if (Live.IsEmpty)
            return this;
        var live = Live.RemoveRange(joined.Select(static fork => fork.Id));
        return ReferenceEquals(live, Live) ? this : this with { Live = live };
    }

    /// <summary>A variable or object is new from here on: running forks know only the old one.</summary>
    public State Renew(IReadOnlyCollection<string> rootKeys)
    {
        if (Live.IsEmpty || rootKeys.Count == 0)
            return this;
        var live = Live;
        foreach (var pair in Live)
            live = live.SetItem(pair.Key, pair.Value.Renew(rootKeys));
        return ReferenceEquals(live, Live) ? this : this with { Live = live };
    }

    public State Renew(AccessPath root) => Live.IsEmpty ? this : Renew([root.Key]);

    public bool SameAs(State other) =>
        Locks.Equals(other.Locks) && GivenBack.Count == other.GivenBack.Count && AfterAwait == other.AfterAwait && Live.Count == other.Live.Count && Joined.Count == other.Joined.Count && Signalled.Count == other.Signalled.Count && Claimed.Count == other.Claimed.Count && Admitted.Count == other.Admitted.Count && Settings.Count == other.Settings.Count && Sent.Count == other.Sent.Count
        && Same(Variables, other.Variables) && Same(Heap, other.Heap)
        && SameLive(Live, other.Live);

    private static bool SameLive(ImmutableDictionary<string, LiveFork> left, ImmutableDictionary<string, LiveFork> right)
    {
        if (ReferenceEquals(left, right))
            return true;
        foreach (var pair in left)
            if (!right.TryGetValue(pair.Key, out var there) || !pair.Value.Stale.SetEquals(there.Stale))
                return false;
        return true;
    }

    private static bool Same<TKey>(ImmutableDictionary<TKey, AbstractValue> left, ImmutableDictionary<TKey, AbstractValue> right) where TKey : notnull
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;
        foreach (var pair in left)
            if (!right.TryGetValue(pair.Key, out var there) || !pair.Value.Equals(there))
                return false;
        return true;
    }

    private static ImmutableDictionary<TKey, AbstractValue> Merge<TKey>(ImmutableDictionary<TKey, AbstractValue> left, ImmutableDictionary<TKey, AbstractValue> right) where TKey : notnull
    {
        if (ReferenceEquals(left, right))
            return left;
        if (left.IsEmpty || right.IsEmpty)
            return left.IsEmpty ? right : left;
        var result = left;
        foreach (var pair in right)
        {
            if (!left.TryGetValue(pair.Key, out var there))
                result = result.SetItem(pair.Key, pair.Value);
            else if (there.Union(pair.Value) is var both && !ReferenceEquals(both, there))
                result = result.SetItem(pair.Key, both);
        }

        return result;
    }

    /// <summary>A field set on one path only may hold either object where they meet: it is its own best name. What it starts or runs is kept.</summary>
    private static ImmutableDictionary<AccessPath, AbstractValue> MergeHeap(ImmutableDictionary<AccessPath, AbstractValue> left, ImmutableDictionary<AccessPath, AbstractValue> right)
    {
        if (ReferenceEquals(left, right))
            return left;
        var result = left;
        foreach (var pair in right)
            if (left.TryGetValue(pair.Key, out var there))
                result = there.Union(pair.Value) is var both && ReferenceEquals(both, there) ? result : result.SetItem(pair.Key, both);
            else if (!IsPlainField(pair.Key, pair.Value))
                result = result.SetItem(pair.Key, OrFormer(pair.Key, pair.Value));
        foreach (var pair in left)
            if (pair.Key.IsOfFlow && !right.ContainsKey(pair.Key))
                result = result.SetItem(pair.Key, OrFormer(pair.Key, pair.Value));
            else if (IsPlainField(pair.Key, pair.Value) && !right.ContainsKey(pair.Key))
                result = result.Remove(pair.Key);
        return result;
    }

    /// <summary>What an AsyncLocal holds, where it was set on one way only: that, or what the flow had before.</summary>
    private static AbstractValue OrFormer(AccessPath place, AbstractValue value) => place is { IsOfFlow: true, EndsInElement: true } ? value.Union(AbstractValue.Of(place)) : value;

    private static bool IsPlainField(AccessPath place, AbstractValue value) =>
        place is { Root: RootKind.This or RootKind.Static, IsContent: false, EndsInElement: false, Storage.Safety: TypeSafety.ThreadUnsafe or TypeSafety.Abstract } && value.Single is { Root: RootKind.Object };

    private static ImmutableDictionary<string, LiveFork> MergeLive(
        ImmutableDictionary<string, LiveFork> left, ImmutableDictionary<string, LiveFork> right)
    {
        if (ReferenceEquals(left, right) || right.IsEmpty)
            return left;
        if (left.IsEmpty)
            return right;
        var result = left;
        foreach (var pair in right)
            result = result.SetItem(pair.Key, left.TryGetValue(pair.Key, out var there) ? there.Meet(pair.Value) : pair.Value);
        return result;
    }
}
