using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>What of an effect does not depend on the way that leads to it: the access itself, where it stands in source.</summary>
internal sealed record Doing(AccessKind Kind, Place Place, string MemberName, string BodyId)
{
    public string Operator { get; init; } = "";

    public bool SpansAwait { get; init; }

    public bool IsInvocation { get; init; }

    public bool IsSignal { get; init; }

    public bool StoresFresh { get; init; }

    public string OwnerId { get; init; } = "";

    public int OwnerSteps { get; init; }
}

/// <summary>
/// What holds on the way to an access. Most accesses of a body have it in common, and calls copy effects by the thousand:
/// an effect of its own refers to it, and callers rename and extend it once for all that share it.
/// </summary>
internal sealed record Surroundings(LockSet Locks)
{
    public ImmutableHashSet<string> Joined { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<string> Signalled { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<Claim> Claimed { get; init; } = Claim.None;

    public ImmutableHashSet<Claim> Admitted { get; init; } = Claim.None;

    public ImmutableHashSet<Setting> Settings { get; init; } = Setting.None;

    public string Item { get; init; } = "";

    /// <summary>Nothing in it has a name that is another one elsewhere.</summary>
    public bool NamesNothing => Locks.Held.IsEmpty && Joined.IsEmpty && Signalled.IsEmpty && Claimed.IsEmpty && Admitted.IsEmpty && Settings.IsEmpty;

    /// <summary>What holds on two ways to one access.</summary>
    public Surroundings Meet(Surroundings other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var locks = Locks.Intersect(other.Locks);
        var joined = ReferenceEquals(Joined, other.Joined) ? Joined : Joined.Intersect(other.Joined);
        var signalled = ReferenceEquals(Signalled, other.Signalled) ? Signalled : Signalled.Union(other.Signalled);
        var claimed = ReferenceEquals(Claimed, other.Claimed) ? Claimed : Claimed.Intersect(other.Claimed);
        var admitted = ReferenceEquals(Admitted, other.Admitted) ? Admitted : Admitted.Intersect(other.Admitted);
        var settings = ReferenceEquals(Settings, other.Settings) ? Settings : Settings.Intersect(other.Settings);
        var item = Item == other.Item ? Item : "";
        return ReferenceEquals(item, Item) && ReferenceEquals(locks, Locks) && settings.Count == Settings.Count && claimed.Count == Claimed.Count && admitted.Count == Admitted.Count && ReferenceEquals(joined, Joined) && ReferenceEquals(signalled, Signalled)
            ? this
            : new(locks) { Joined = joined, Signalled = signalled, Claimed = claimed, Admitted = admitted, Settings = settings, Item = item };
    }

    /// <summary>Equal in everything but the item; of parameters and fields that are settled on the way, flags alone tell them apart.</summary>
    public bool HoldsTheSameAs(Surroundings other) => ReferenceEquals(this, other)
        || Locks.Equals(other.Locks) && Same(Joined, other.Joined) && Same(Signalled, other.Signalled) && Same(Claimed, other.Claimed) && Same(Admitted, other.Admitted) && Setting.AreLike(Settings, other.Settings);

    public bool SaysTheSameAs(Surroundings other) => Item == other.Item && HoldsTheSameAs(other) && Same(Settings, other.Settings);

    private static bool Same<T>(ImmutableHashSet<T> left, ImmutableHashSet<T> right) => ReferenceEquals(left, right) || left.Count == right.Count && left.SetEquals(right);
}
