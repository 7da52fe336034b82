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

    /// <summary>In a loop of its body, or called from one.</summary>
    public bool InLoop { get; init; }

    /// <summary>Gives a signal on <see cref="Path"/>; touches no state.</summary>
    public bool IsSignal { get; init; }

    public bool Writes => (Kind & AccessKind.Write) != 0;

    public bool Reads => (Kind & AccessKind.Read) != 0;

    public bool IsUpdate => (Kind & AccessKind.Update) == AccessKind.Update;

    public bool IsAtomic => (Kind & AccessKind.Atomic) != 0;

    public bool IsContent => (Kind & AccessKind.Content) != 0;

    /// <summary>Equal for effects that say the same.</summary>
    public string Key => $"{Place.FilePath}:{Place.Span.Start}+{Place.Span.Length}|{Path.Key}|{(int)Kind}|{Locks}|{(AfterAwait ? "a" : "")}{(IsWeak ? "w" : "")}{(IsInvocation ? "i" : "")}{(IsSignal ? "s" : "")}";
}
