using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>How an object gets to other threads in the wrong way.</summary>
internal enum PublicationFlaw
{
    /// <summary>Found missing and made without a lock: two threads make one each.</summary>
    MadeTwice,

    /// <summary>Found missing outside the lock, and not looked at again inside.</summary>
    NotCheckedAgain,

    /// <summary>Found missing under one lock and made under another.</summary>
    OtherLock,

    /// <summary>A static, checked and made under a lock that every instance has its own of.</summary>
    InstanceLock,

    /// <summary>A Lazy that takes no lock, used by several threads.</summary>
    UnlockedLazy,

    /// <summary>Assigned first and filled afterwards, while others read it.</summary>
    FilledAfter,

    /// <summary>Put under a key, where others find it, and filled afterwards.</summary>
    EntryFilledAfter,

    /// <summary>The flag says ready before the payload is stored.</summary>
    FlagFirst,

    /// <summary>A constructor lets <c>this</c> out and assigns fields afterwards.</summary>
    ThisEscapes,
}

/// <summary>Why it matters which of two objects is kept.</summary>
internal enum Stake
{
    /// <summary>Nothing is known that would make it matter.</summary>
    None,

    /// <summary>What is put into the one that is dropped is lost.</summary>
    Contents,

    /// <summary>The one that is dropped is never disposed.</summary>
    Lifetime,

    /// <summary>It is a lock or signal: threads that hold different ones do not meet.</summary>
    Synchronization,

    /// <summary>Making it does something: starts work, changes shared state.</summary>
    SideEffects,

    /// <summary>Its state changes after it is made.</summary>
    State,

    /// <summary>Whenever it is made it is another: a random number, an identity, the next of a count.</summary>
    Identity,
}

/// <summary>An unsafe publication.</summary>
/// <param name="Place">The assignment, or the statement that lets <c>this</c> out.</param>
/// <param name="State">The field; for <see cref="PublicationFlaw.ThisEscapes"/> the one that is assigned too late, for a flag the flag.</param>
/// <param name="Other">The check, the first fill, the payload's assignment, or the late assignment.</param>
internal sealed record UnsafePublication(Place Place, PublicationFlaw Flaw, FieldFacts State, Place Other, string MemberName)
{
    public Stake Stake { get; init; }

    /// <summary>What else is involved: the payload of a flag; the state itself for others.</summary>
    public FieldFacts Payload { get; init; } = State;

    /// <summary>The access or body that runs into it.</summary>
    public Place? Victim { get; init; }

    /// <summary>Check and assignment, or the assignment and what comes too late.</summary>
    public ImmutableArray<Place> Steps { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>Accesses that say nothing of their own once this is reported.</summary>
    public ImmutableArray<Place> Covers { get; init; } = ImmutableArray<Place>.Empty;
}

/// <summary>What of a guarded object leaves its lock.</summary>
internal enum EscapeShape
{
    /// <summary>The object itself.</summary>
    Itself,

    /// <summary>A live view of it: Values, Keys, AsReadOnly, a span, an enumerator.</summary>
    View,

    /// <summary>A query that has not run yet.</summary>
    Query,

    /// <summary>One of its items, which the lock guards too.</summary>
    Item,

    /// <summary>A copy of the collection, in which the inner collections are the guarded ones.</summary>
    Copy,

    /// <summary>The items one by one, with the lock held between.</summary>
    Iterator,
}

/// <summary>How it leaves.</summary>
internal enum EscapeWay
{
    Returned,
    OutParameter,
    InsideObject,
    EventArgument,
    StoredOutside,

    /// <summary>A variable holds it when the lock is given back, and it is used on.</summary>
    KeptBeyondLock,

    /// <summary>A variable holds it when the lock is given back, and the same body looks into it later.</summary>
    UsedBeyondLock,
}

/// <summary>A guarded object that is handed out of its lock.</summary>
/// <param name="Guard">How the lock is written in the type; null where it has no simple name.</param>
internal sealed record GuardedEscape(Place Place, FieldFacts State, EscapeShape Shape, EscapeWay Way, string? Guard, string MemberName)
{
    /// <summary>An access that relies on the lock.</summary>
    public required Place Guarded { get; init; }

    /// <summary>The lock is held where it leaves.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The guard is taken by <c>lock</c> or Monitor.</summary>
    public bool GuardIsMonitor { get; init; }
}
