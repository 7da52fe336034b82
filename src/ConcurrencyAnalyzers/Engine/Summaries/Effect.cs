using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// An access as one body sees it: the storage in that body's names, the locks held around it, and where in source it
/// really stands (possibly in a callee).
/// </summary>
internal sealed record Effect(AccessPath Path, AccessKind Kind, LockSet Locks, Place Place, string MemberName, string BodyId)
{
    public string Operator { get; init; } = "";

    /// <summary>Runs after the first await of the body, so possibly on another thread than the caller.</summary>
    public bool AfterAwait { get; init; }

    /// <summary>The old value is read before an await and the new one written after.</summary>
    public bool SpansAwait { get; init; }

    /// <summary>The object is one of several: a conflict on it is not proven.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A delegate held in <see cref="Path"/> is invoked here.</summary>
    public bool IsInvocation { get; init; }

    /// <summary>What is stored is built in place (a new object) or a plain constant.</summary>
    public bool StoresFresh { get; init; }

    /// <summary>
    /// The type whose body names the state as its own, and how many steps lead from that object to the state. A renamed
    /// effect keeps it: it tells which override of a virtual member was run.
    /// </summary>
    public (string TypeId, int Steps) Owner { get; init; }

    /// <summary>The calls on the way to the access, outermost first; bounded.</summary>
    public ImmutableArray<Place> Trace { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>Keys of the handles (threads, tasks in fields) that were surely joined before.</summary>
    public ImmutableHashSet<string> Joined { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Keys of the signals that may have been given before.</summary>
    public ImmutableHashSet<string> Signalled { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Flags that its flow has set under a lock before.</summary>
    public ImmutableHashSet<Claim> Claimed { get; init; } = Claim.None;

    /// <summary>Flags that its flow has looked at since it took their lock.</summary>
    public ImmutableHashSet<Claim> Admitted { get; init; } = Claim.None;

    /// <summary>Values that parameters of its body have on every way that leads to it.</summary>
    public ImmutableHashSet<Setting> Settings { get; init; } = Setting.None;

    /// <summary>The one item of a collection that its run is about, where there is a run for each item; empty otherwise.</summary>
    public string Item { get; init; } = "";

    /// <summary>In a loop of its body, or called from one.</summary>
    public bool InLoop { get; init; }

    /// <summary>Gives a signal on <see cref="Path"/>; touches no state.</summary>
    public bool IsSignal { get; init; }

    public bool Writes => (Kind & AccessKind.Write) != 0;

    public bool Reads => (Kind & AccessKind.Read) != 0;

    public bool IsUpdate => (Kind & AccessKind.Update) == AccessKind.Update;

    public bool IsAtomic => (Kind & AccessKind.Atomic) != 0;

    public bool IsContent => (Kind & AccessKind.Content) != 0;

    /// <summary>What holds of the access on every way that leads to it.</summary>
    public Effect Meet(Effect other)
    {
        var locks = Locks.Intersect(other.Locks);
        var joined = ReferenceEquals(Joined, other.Joined) ? Joined : Joined.Intersect(other.Joined);
        var signalled = ReferenceEquals(Signalled, other.Signalled) ? Signalled : Signalled.Union(other.Signalled);
        var (afterAwait, isWeak) = (AfterAwait || other.AfterAwait, IsWeak || other.IsWeak);
        var claimed = ReferenceEquals(Claimed, other.Claimed) ? Claimed : Claimed.Intersect(other.Claimed);
        var admitted = ReferenceEquals(Admitted, other.Admitted) ? Admitted : Admitted.Intersect(other.Admitted);
        var settings = ReferenceEquals(Settings, other.Settings) ? Settings : Settings.Intersect(other.Settings);
        var item = Item == other.Item ? Item : "";
        return ReferenceEquals(item, Item) && ReferenceEquals(locks, Locks) && settings.Count == Settings.Count && claimed.Count == Claimed.Count && admitted.Count == Admitted.Count && ReferenceEquals(joined, Joined) && ReferenceEquals(signalled, Signalled) && afterAwait == AfterAwait && isWeak == IsWeak
            ? this
            : this with { Locks = locks, AfterAwait = afterAwait, IsWeak = isWeak, Joined = joined, Signalled = signalled, Claimed = claimed, Admitted = admitted, Settings = settings, Item = item };
    }

    /// <summary>Equal in everything, down to the slots that are named and the calls on the way.</summary>
    public bool SaysTheSameAs(Effect other) => ReferenceEquals(this, other)
        || Kind == other.Kind && Place == other.Place && Marks == other.Marks && SpansAwait == other.SpansAwait && StoresFresh == other.StoresFresh && InLoop == other.InLoop
        && Path.Equals(other.Path) && Path.Steps.SequenceEqual(other.Path.Steps) && Locks.Equals(other.Locks) && MemberName == other.MemberName && BodyId == other.BodyId
        && Operator == other.Operator && Item == other.Item && Owner == other.Owner && Trace.SequenceEqual(other.Trace)
        && (ReferenceEquals(Joined, other.Joined) || Joined.SetEquals(other.Joined)) && (ReferenceEquals(Signalled, other.Signalled) || Signalled.SetEquals(other.Signalled))
        && Claimed.SetEquals(other.Claimed) && Admitted.SetEquals(other.Admitted) && Settings.SetEquals(other.Settings);

    /// <summary>Equal for effects that say the same.</summary>
    public string Key => $"{Place.FilePath}:{Place.Span.Start}+{Place.Span.Length}|{Path.Key}|{(int)Kind}|{Locks}|{(AfterAwait ? "a" : "")}{(IsWeak ? "w" : "")}{(IsInvocation ? "i" : "")}{(IsSignal ? "s" : "")}";

    /// <summary>What makes the better findings first; effects that say the same are equal.</summary>
    public static int ByWorth(Effect left, Effect right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        var order = right.Writes.CompareTo(left.Writes);
        if (order == 0)
            order = left.Trace.Length.CompareTo(right.Trace.Length);
        if (order == 0)
            order = left.Place.CompareTo(right.Place);
        if (order == 0)
            order = ((int)left.Kind).CompareTo((int)right.Kind);
        if (order == 0)
            order = AccessPath.Compare(left.Path, right.Path);
        if (order == 0 && !left.Locks.Equals(right.Locks))
            order = string.CompareOrdinal(left.Locks.ToString(), right.Locks.ToString());
        return order != 0 ? order : left.Marks.CompareTo(right.Marks);
    }

    private int Marks => (AfterAwait ? 1 : 0) | (IsWeak ? 2 : 0) | (IsInvocation ? 4 : 0) | (IsSignal ? 8 : 0);
}

/// <summary>Effects of one access that is reached in one way: what a body's record of it is found by.</summary>
internal sealed class SameAccess : IEqualityComparer<Effect>
{
    public static readonly SameAccess Instance = new();

    public bool Equals(Effect? left, Effect? right) => ReferenceEquals(left, right)
        || left is not null && right is not null && left.Place.Span == right.Place.Span && left.Kind == right.Kind && left.IsInvocation == right.IsInvocation && left.IsSignal == right.IsSignal
        && From(left) == From(right) && left.Path.Equals(right.Path) && left.Place.FilePath == right.Place.FilePath;

    public int GetHashCode(Effect effect) => unchecked((effect.Path.GetHashCode() * 31 + effect.Place.Span.Start) * 31 + (int)effect.Kind);

    private static Microsoft.CodeAnalysis.Text.TextSpan From(Effect effect) => effect.Trace.IsEmpty ? default : effect.Trace[0].Span;
}

/// <summary>Effects that do the same at the same place under the same locks, however they are reached: of what parameters and fields are on the way, flags alone tell them apart.</summary>
internal sealed class SameDoing : IEqualityComparer<Effect>
{
    public static readonly SameDoing Instance = new();

    public bool Equals(Effect? left, Effect? right) => ReferenceEquals(left, right)
        || left is not null && right is not null && left.Kind == right.Kind && left.IsInvocation == right.IsInvocation && left.IsSignal == right.IsSignal && left.IsWeak == right.IsWeak
        && left.AfterAwait == right.AfterAwait && left.InLoop == right.InLoop && left.Place == right.Place && left.Path.Equals(right.Path) && left.Locks.Equals(right.Locks)
        && Same(left.Joined, right.Joined) && Same(left.Signalled, right.Signalled) && Same(left.Claimed, right.Claimed) && Same(left.Admitted, right.Admitted) && Setting.AreLike(left.Settings, right.Settings);

    private static bool Same<T>(ImmutableHashSet<T> left, ImmutableHashSet<T> right) => ReferenceEquals(left, right) || left.Count == right.Count && left.SetEquals(right);

    public int GetHashCode(Effect effect) => unchecked((effect.Path.GetHashCode() * 31 + effect.Place.Span.Start) * 31 + (int)effect.Kind);
}
