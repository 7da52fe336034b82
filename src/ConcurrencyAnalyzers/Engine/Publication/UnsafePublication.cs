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
