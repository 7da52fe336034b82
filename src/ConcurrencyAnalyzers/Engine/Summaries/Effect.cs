using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// An access as one body sees it: the storage in that body's names, the locks held around it, and where in source it
/// really stands (possibly in a callee).
/// </summary>
internal sealed record Effect
{
    private readonly Doing _doing;
    private readonly Surroundings _around;

    public Effect(AccessPath path, Doing doing, Surroundings around)
    {
        Path = path;
        _doing = doing;
        _around = around;
    }

    public Effect(AccessPath path, AccessKind kind, LockSet locks, Place place, string memberName, string bodyId)
        : this(path, new(kind, place, memberName, bodyId), new(locks))
    {
    }

    public AccessPath Path { get; init; }

    /// <summary>What holds around the access; effects share it, and it is renamed once for all of them.</summary>
    public Surroundings Around
    {
        get => _around;
        init => _around = value;
    }

    public AccessKind Kind
    {
        get => _doing.Kind;
        init => _doing = _doing with { Kind = value };
    }

    public Place Place
    {
        get => _doing.Place;
        init => _doing = _doing with { Place = value };
    }

    public string MemberName
    {
        get => _doing.MemberName;
        init => _doing = _doing with { MemberName = value };
    }

    public string BodyId => _doing.BodyId;

    public string Operator => _doing.Operator;

    /// <summary>Runs after the first await of the body, so possibly on another thread than the caller.</summary>
    public bool AfterAwait { get; init; }

    /// <summary>The old value is read before an await and the new one written after.</summary>
    public bool SpansAwait => _doing.SpansAwait;

    /// <summary>The object is one of several: a conflict on it is not proven.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A delegate held in <see cref="Path"/> is invoked here.</summary>
    public bool IsInvocation
    {
        get => _doing.IsInvocation;
        init => _doing = _doing with { IsInvocation = value };
    }

    /// <summary>What is stored is built in place (a new object) or a plain constant.</summary>
    public bool StoresFresh => _doing.StoresFresh;

    /// <summary>
    /// The type whose body names the state as its own, and how many steps lead from that object to the state. A renamed
    /// effect keeps it: it tells which override of a virtual member was run.
    /// </summary>
    public (string TypeId, int Steps) Owner => (_doing.OwnerId, _doing.OwnerSteps);

    /// <summary>The calls on the way to the access, outermost first; bounded.</summary>
    public ImmutableArray<Place> Trace { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>The locks held around the access.</summary>
    public LockSet Locks
    {
        get => _around.Locks;
        init => _around = ReferenceEquals(value, _around.Locks) ? _around : _around with { Locks = value };
    }

    /// <summary>Keys of the handles (threads, tasks in fields) that were surely joined before.</summary>
    public ImmutableHashSet<string> Joined => _around.Joined;

    /// <summary>Keys of the signals that may have been given before.</summary>
    public ImmutableHashSet<string> Signalled => _around.Signalled;

    /// <summary>Flags that its flow has set under a lock before.</summary>
    public ImmutableHashSet<Claim> Claimed
    {
        get => _around.Claimed;
        init => _around = ReferenceEquals(value, _around.Claimed) ? _around : _around with { Claimed = value };
    }

    /// <summary>Flags that its flow has looked at since it took their lock.</summary>
    public ImmutableHashSet<Claim> Admitted
    {
        get => _around.Admitted;
        init => _around = ReferenceEquals(value, _around.Admitted) ? _around : _around with { Admitted = value };
    }

    /// <summary>Values that parameters of its body have on every way that leads to it.</summary>
    public ImmutableHashSet<Setting> Settings
    {
        get => _around.Settings;
        init => _around = ReferenceEquals(value, _around.Settings) ? _around : _around with { Settings = value };
    }

    /// <summary>The one item of a collection that its run is about, where there is a run for each item; empty otherwise.</summary>
    public string Item
    {
        get => _around.Item;
        init => _around = ReferenceEquals(value, _around.Item) ? _around : _around with { Item = value };
    }

    /// <summary>In a loop of its body, or called from one.</summary>
    public bool InLoop { get; init; }

    /// <summary>Gives a signal on <see cref="Path"/>; touches no state.</summary>
    public bool IsSignal => _doing.IsSignal;

    public bool Writes => (Kind & AccessKind.Write) != 0;

    public bool Reads => (Kind & AccessKind.Read) != 0;

    public bool IsUpdate => (Kind & AccessKind.Update) == AccessKind.Update;

    public bool IsAtomic => (Kind & AccessKind.Atomic) != 0;

    public bool IsContent => (Kind & AccessKind.Content) != 0;

    /// <summary>What holds of the access on every way that leads to it.</summary>
    public Effect Meet(Effect other)
    {
        var around = _around.Meet(other._around);
        var (afterAwait, isWeak) = (AfterAwait || other.AfterAwait, IsWeak || other.IsWeak);
        return ReferenceEquals(around, _around) && afterAwait == AfterAwait && isWeak == IsWeak ? this : this with { Around = around, AfterAwait = afterAwait, IsWeak = isWeak };
    }

    /// <summary>Equal in everything, down to the slots that are named and the calls on the way.</summary>
    public bool SaysTheSameAs(Effect other) => ReferenceEquals(this, other)
        || Kind == other.Kind && Place == other.Place && Marks == other.Marks && SpansAwait == other.SpansAwait && StoresFresh == other.StoresFresh && InLoop == other.InLoop
        && Path.Equals(other.Path) && Path.Steps.SequenceEqual(other.Path.Steps) && MemberName == other.MemberName && BodyId == other.BodyId
        && Operator == other.Operator && Owner == other.Owner && Trace.SequenceEqual(other.Trace)
        && _around.SaysTheSameAs(other._around);

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
        && left.AfterAwait == right.AfterAwait && left.InLoop == right.InLoop && left.Place == right.Place && left.Path.Equals(right.Path) && left.Around.HoldsTheSameAs(right.Around);

    public int GetHashCode(Effect effect) => unchecked((effect.Path.GetHashCode() * 31 + effect.Place.Span.Start) * 31 + (int)effect.Kind);
}
