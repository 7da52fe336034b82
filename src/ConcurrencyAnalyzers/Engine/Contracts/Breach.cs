using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>How a written contract is broken.</summary>
internal enum BreachKind
{
    /// <summary>Guarded state is accessed without the lock.</summary>
    Unguarded,

    /// <summary>Guarded state is changed under a lock that others may share.</summary>
    SharedMode,

    /// <summary>A member that requires a lock is called, or started, without it.</summary>
    UnguardedCall,

    /// <summary>State that promises not to change is changed after construction.</summary>
    Changed,

    /// <summary>A member lets others change what promises not to change.</summary>
    Changeable,

    /// <summary>State of one flow of control is used by another at the same time.</summary>
    Shared,

    /// <summary>A type that promises to be thread-safe leaves state open.</summary>
    Unsafe,

    /// <summary>The contract names nothing that could be held.</summary>
    Void,
}

/// <summary>A written contract that is broken at a place.</summary>
/// <param name="Subject">What has the contract: a member or a type, by name.</param>
internal sealed record Breach(Place Place, BreachKind Kind, string Subject)
{
    /// <summary>The lock that the contract names.</summary>
    public LockName? Lock { get; init; }

    /// <summary>The contract asks callers for a lock; it guards no state.</summary>
    public bool IsRequirement { get; init; }

    /// <summary>The contract is on the state itself, not on its type.</summary>
    public bool IsOnMember { get; init; }

    public FieldFacts? State { get; init; }

    /// <summary>The access that breaks it.</summary>
    public Effect? Access { get; init; }

    /// <summary>For pairs: what overlaps, who runs it, what breaks.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>The member that can be changed.</summary>
    public MutableMember? Member { get; init; }

    /// <summary>Every access to the state, or call of the member, that breaks the contract as this one does.</summary>
    public ImmutableArray<Place> Alike { get; init; } = ImmutableArray<Place>.Empty;
}
