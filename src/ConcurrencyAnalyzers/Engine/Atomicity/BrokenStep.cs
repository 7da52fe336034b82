using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>What goes wrong when another thread comes between the two steps.</summary>
internal enum StepHarm
{
    None,

    /// <summary>What the other stored is overwritten.</summary>
    LostUpdate,

    /// <summary>Both act on the same answer.</summary>
    ActsTwice,

    /// <summary>Two objects are made, and one of them is used outside the state.</summary>
    TwoObjects,

    /// <summary>The call throws.</summary>
    Throws,

    /// <summary>The call waits for what has gone.</summary>
    Waits,

    /// <summary>More goes in than the test allows.</summary>
    Overflow,

    /// <summary>The result is that of a failed call.</summary>
    UsesNothing,

    /// <summary>Something else than what was looked at is taken.</summary>
    TakesOther,

    /// <summary>What was added in between goes unseen.</summary>
    LosesItems,

    /// <summary>What is put in comes after the state was closed and emptied.</summary>
    TooLate,
}

/// <summary>A check and an act that depends on it, with a gap between them; reported at the act, or at the check where that lacks the act's lock.</summary>
internal sealed record BrokenStep(Place Act, Place Check, Subject Subject, Gap Gap, StepHarm Harm, Deed Deed, string BodyId)
{
    public FieldFacts State => Subject.Path.Storage!;

    /// <summary>The act is told already, as an access that conflicts.</summary>
    public bool IsTold { get; init; }

    /// <summary>One thread that does so is all right: an object that has served is renewed, or another linked in front of it.</summary>
    public bool NeedsWriters { get; init; }

    /// <summary>Wrong only where flows that run at once are seen to come to it.</summary>
    public bool NeedsFlows { get; init; }

    /// <summary>The act is a read.</summary>
    public bool IsRead => Deed == Deed.Get;

    /// <summary>Both steps are atomic operations on one variable.</summary>
    public bool IsAtomic => Gap == Gap.Steps && Subject is { Protection: Protection.Atomic, IsContent: false };

    /// <summary>The text of the lock that is given back, where it is a field or variable; null otherwise.</summary>
    public string? Lock { get; init; }

    /// <summary>Locks held from the check to the act, around the one that is given back: they may keep out whoever could come between.</summary>
    public HeldPaths Outer { get; init; } = HeldPaths.Empty;

    /// <summary>Where the state is asked; for fixes.</summary>
    public Question Question { get; init; }
}
