using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>A fork that is running, seen from one access or start.</summary>
internal sealed record Overlap(Effect Effect, Fork Fork, ImmutableHashSet<string> Stale);

/// <summary>What calling a body does, in the body's own names. Immutable once built.</summary>
internal sealed class Summary(BodyFacts body)
{
    public static readonly int MaxEffects = 256;

    public BodyFacts Body { get; } = body;

    /// <summary>What runs on the caller's thread (after the first await, possibly on another).</summary>
    public ImmutableArray<Effect> Effects { get; init; } = ImmutableArray<Effect>.Empty;

    /// <summary>Forks that may still run when the body returns.</summary>
    public ImmutableArray<Fork> Leaked { get; init; } = ImmutableArray<Fork>.Empty;

    /// <summary>Every fork started here or in callees.</summary>
    public ImmutableArray<Fork> Forks { get; init; } = ImmutableArray<Fork>.Empty;

    /// <summary>Accesses of this body and its callees while a fork of this body may be running.</summary>
    public ImmutableArray<Overlap> Overlaps { get; init; } = ImmutableArray<Overlap>.Empty;

    public AbstractValue Result { get; init; } = AbstractValue.Unknown;

    /// <summary>What fields, slots and contents hold when the body returns, as far as a caller can name them.</summary>
    public ImmutableArray<Cell> Stores { get; init; } = ImmutableArray<Cell>.Empty;

    /// <summary>Locks that are held on return and were not on entry.</summary>
    public LockSet Acquired { get; init; } = LockSet.Empty;

    /// <summary>Locks that are held besides where the result is true.</summary>
    public LockSet AcquiredWhenTrue { get; init; } = LockSet.Empty;

    /// <summary>The flags that are claimed when the body returns.</summary>
    public ImmutableHashSet<Claim> Claimed { get; init; } = Claim.None;

    /// <summary>What is claimed where the result is true.</summary>
    public ImmutableHashSet<Claim> ClaimedWhenTrue { get; init; } = Claim.None;

    /// <summary>Locks released that this body had not taken.</summary>
    public ImmutableArray<Locations.AccessPath> Released { get; init; } = ImmutableArray<Locations.AccessPath>.Empty;

    /// <summary>Values joined on every path: handles in fields, parameters.</summary>
    public ImmutableArray<Locations.AccessPath> JoinedPaths { get; init; } = ImmutableArray<Locations.AccessPath>.Empty;

    /// <summary>What is joined besides where the result is true.</summary>
    public ImmutableHashSet<Locations.AccessPath> JoinedWhenTrue { get; init; } = ImmutableHashSet<Locations.AccessPath>.Empty;

    /// <summary>The locks held at the body's own accesses, calls and exits, by place; what is missing holds none.</summary>
    public Dictionary<Place, LockSet> Held { get; init; } = [];

    /// <summary>Calls seen with the locks held there: what entry locks are made of.</summary>
    public ImmutableArray<CallSite> Calls { get; init; } = ImmutableArray<CallSite>.Empty;

    /// <summary>What the search for conflicts has made of it.</summary>
    public Conflicts.EntranceMemory Entrance => _entrance ?? Interlocked.CompareExchange(ref _entrance, new(this), null) ?? _entrance;

    private Conflicts.EntranceMemory? _entrance;

    /// <summary>Whether one can stand for the other; where work is started, only the same can.</summary>
    public bool SaysTheSameAs(Summary other) => ReferenceEquals(this, other)
        || Forks.IsEmpty && other.Forks.IsEmpty && Effects.Length == other.Effects.Length && Stores.Length == other.Stores.Length && Calls.SequenceEqual(other.Calls)
        && Result.Equals(other.Result) && Claimed.SetEquals(other.Claimed) && ClaimedWhenTrue.SetEquals(other.ClaimedWhenTrue) && Acquired.Equals(other.Acquired) && AcquiredWhenTrue.Equals(other.AcquiredWhenTrue) && Released.SequenceEqual(other.Released) && JoinedPaths.SequenceEqual(other.JoinedPaths) && JoinedWhenTrue.SetEquals(other.JoinedWhenTrue)
        && SameHeld(other) && SameStores(other) && SameEffects(other);

    private bool SameEffects(Summary other)
    {
        for (var i = 0; i < Effects.Length; i++)
            if (!Effects[i].SaysTheSameAs(other.Effects[i]))
                return false;
        return true;
    }

    private bool SameStores(Summary other)
    {
        for (var i = 0; i < Stores.Length; i++)
            if (!Stores[i].Key.Equals(other.Stores[i].Key) || !Stores[i].Value.Equals(other.Stores[i].Value))
                return false;
        return true;
    }

    private bool SameHeld(Summary other)
    {
        if (Held.Count != other.Held.Count)
            return false;
        foreach (var pair in Held)
            if (!other.Held.TryGetValue(pair.Key, out var there) || !there.Equals(pair.Value))
                return false;
        return true;
    }
}

/// <summary>What a place holds. A class, as all that is put into collections here: generic code over structs is compiled anew in every process.</summary>
internal sealed record Cell(Locations.AccessPath Key, AbstractValue Value);

/// <summary>A call of a body in this compilation, with the locks held around it in the callee's names.</summary>
/// <param name="Place">The call.</param>
/// <param name="Receiver">The object it is made on, in the caller's names; null for statics and for what has no name.</param>
internal sealed record CallSite(string TargetId, LockSet Locks, bool OnThis, string CallerId, Place Place, Locations.AccessPath? Receiver)
{
    /// <summary>The locks held around it, in the caller's names.</summary>
    public LockSet HeldByCaller { get; init; } = LockSet.Empty;
}

/// <summary>Calls of one body on one object at one place.</summary>
internal sealed class SameCall : IEqualityComparer<CallSite>
{
    public static readonly SameCall Instance = new();

    public bool Equals(CallSite? left, CallSite? right) => ReferenceEquals(left, right)
        || left is not null && right is not null && left.Place.Span.Start == right.Place.Span.Start && left.TargetId == right.TargetId && Equals(left.Receiver, right.Receiver);

    public int GetHashCode(CallSite site) => unchecked(site.TargetId.GetHashCode() * 31 + site.Place.Span.Start);
}
