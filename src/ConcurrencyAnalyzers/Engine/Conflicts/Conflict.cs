using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>What a pair of overlapping accesses can break on .NET; the memory model is the judge.</summary>
internal enum Harm
{
    None,

    /// <summary>A thread-unsafe object is changed while another thread uses it.</summary>
    Corruption = 1,

    /// <summary>An update overwrites another thread's.</summary>
    LostUpdate = 2,

    /// <summary>A decision is acted on after another thread has changed what it was based on.</summary>
    BrokenCheck = 3,

    /// <summary>A value wider than a machine word is read half old, half new.</summary>
    Tearing = 4,

    /// <summary>A loop waits for a plain word to change and may never see it change.</summary>
    NeverSeen = 5,

    /// <summary>Which of two parallel runs comes first decides what the other computes.</summary>
    Unordered = 6,

    /// <summary>What a run has stored for itself is another run's when it reads it again.</summary>
    ReadBack = 7,

    /// <summary>The last handler of an event goes between the look at it and the call.</summary>
    Unsubscribed = 8,

    /// <summary>One plain word is read a moment too early or late.</summary>
    StaleWord = 9,

    /// <summary>The result of a flow is read while the flow is still making it.</summary>
    Unfinished = 10,

    /// <summary>An object is changed after it was handed over: who got it finds what belongs to the next one.</summary>
    HandedOver = 11,

    /// <summary>Two values that are written together are read with another thread's update between them.</summary>
    TornPair = 12,

    /// <summary>A reference is tested, and set to null before it is read once more to be used.</summary>
    TakenAway = 13,

    /// <summary>What each run of a parallel loop should have for itself to collect in is one object.</summary>
    SharedAccumulator = 14,
}

/// <summary>How sure we are that the accesses overlap on one object.</summary>
internal enum Tier
{
    A,
    B,
    C,
}

/// <summary>What is wrong with how a state is shared.</summary>
internal enum ConflictKind
{
    /// <summary>No lock anywhere.</summary>
    Unsynchronized,

    /// <summary>A lock guards the state elsewhere and is not held here.</summary>
    MissingGuard,

    /// <summary>Atomic or volatile elsewhere, updated in two steps here.</summary>
    NonAtomic,
}

/// <summary>Two accesses that can overlap, reported at one of them.</summary>
internal sealed record Conflict(Effect Here, Effect There, Flow HereFlow, Flow ThereFlow, Harm Harm, Tier Tier, ConflictKind Kind)
{
    public FieldFacts State => Here.Path.Storage!;

    /// <summary>The lock that guards the state elsewhere, as source text at the place; null when there is none to name.</summary>
    public string? Guard { get; init; }

    /// <summary>The guard is taken by <c>lock</c> or Monitor, not by a semaphore or reader-writer lock.</summary>
    public bool GuardIsMonitor { get; init; }

    /// <summary>The state is static and the lock an instance's: no lock that is taken today keeps all instances out.</summary>
    public bool NeedsSharedGate { get; init; }

    /// <summary>The guard is held here, but as a reader.</summary>
    public bool IsReadGuarded { get; init; }

    /// <summary>Every access to the state that may overlap with another and lacks the guard.</summary>
    public ImmutableArray<Place> Unguarded { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>Every one of them can be an Interlocked or Volatile call, and steps that belong together are one of them.</summary>
    public bool IsInterlockable { get; init; }

    /// <summary>A word of its own that is stored here and polled there, each in one step: all that is missing is that the change is seen.</summary>
    public bool IsFlag { get; init; }

    /// <summary>The same for both findings of a pair.</summary>
    public string PairKey => string.CompareOrdinal(Here.Key, There.Key) <= 0 ? $"{Name(Here)}~{Name(There)}" : $"{Name(There)}~{Name(Here)}";

    private string Name(Effect effect) => $"{State.Id}@{effect.MemberName}";
}
