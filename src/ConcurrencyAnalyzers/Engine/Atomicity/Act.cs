using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>A step that changes a state, or fails where the state is not as expected.</summary>
internal sealed record Act(Subject Subject, string? Item, Deed Deed, Place Place)
{
    public HeldPaths Locks { get; init; } = HeldPaths.Empty;

    /// <summary>The observations that go into what is stored, or into the position that is named.</summary>
    public Ids Data { get; init; } = Ids.Empty;

    /// <summary>The observations that went into the choice of the item.</summary>
    public Ids Keys { get; init; } = Ids.Empty;

    /// <summary>What is stored, where it is one value as it stands.</summary>
    public Value Stored { get; init; } = Value.Unknown;

    /// <summary>Documentation id of the type of what is stored; empty where unknown.</summary>
    public string StoredTypeId { get; init; } = "";

    /// <summary>What is stored must be disposed, or is an empty collection, which is stored to be filled.</summary>
    public bool StoresIdentity { get; init; }

    /// <summary>A call of Volatile or Interlocked.</summary>
    public bool IsAtomicCall { get; init; }

    public bool IsConstant { get; init; }

    /// <summary>null, false or zero.</summary>
    public bool IsReset { get; init; }

    /// <summary>The new value is made of the old one in the same step.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>Reads before, and writes after an await.</summary>
    public bool SpansAwait { get; init; }

    /// <summary>What is stored is a variable's or member's value as it is.</summary>
    public bool IsCopy { get; init; }

    /// <summary>What is stored was linked to what the state held a step before: put in front of it, not in its place.</summary>
    public bool KeepsFormer { get; init; }

    /// <summary>What is stored was counted up for it: who comes next gets another.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>What is stored was given what the state held, to stand in front of it.</summary>
    public bool IsChained { get; init; }

    /// <summary>Nobody looks at the result.</summary>
    public bool IsDropped { get; init; }

    /// <summary>What is taken out is used.</summary>
    public bool UsesTaken { get; init; }

    /// <summary>What goes is whatever is under the key by then, and is handed out.</summary>
    public bool IsByKey { get; init; }

    /// <summary>What is taken out is looked at before it is used.</summary>
    public bool TestsTaken { get; init; }

    /// <summary>What is stored is used again afterwards.</summary>
    public bool UsesStored { get; init; }

    /// <summary>A handler takes what the call throws.</summary>
    public bool IsCaught { get; init; }

    /// <summary>Ends something: done twice, it does no harm.</summary>
    public bool IsTeardown { get; init; }

    /// <summary>Asked again in the region in which it is done.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>An act of which only this matters any more: what was known of the state, or of the item, decides nothing from there on.</summary>
/// <param name="Item">The item; null where the whole state is made anew.</param>
internal sealed record Forgetting(Subject Subject, string? Item)
{
    /// <summary>Null for an act after which everything that was known still counts.</summary>
    public static Forgetting? Of(Act act) => act.Deed switch
    {
        Deed.Get => null,
        Deed.Write or Deed.Clear => new(act.Subject, null),
        _ => act.Item is null ? null : new(act.Subject, act.Item),
    };
}

/// <summary>What a call of a body asks and does, in the body's names.</summary>
/// <param name="steps">How many steps it takes.</param>
internal sealed class StepSummary(ImmutableArray<Observation> returned, ImmutableArray<Act> acts, ImmutableArray<Forgetting> forgotten, int steps, ImmutableArray<BrokenStep> broken)
{
    public static readonly StepSummary Nothing = new(ImmutableArray<Observation>.Empty, ImmutableArray<Act>.Empty, ImmutableArray<Forgetting>.Empty, 0, ImmutableArray<BrokenStep>.Empty);

    /// <summary>States that it looks at under its caller's locks, to throw where they are not as they must be.</summary>
    public ImmutableArray<Subject> Refuses { get; init; } = ImmutableArray<Subject>.Empty;

    /// <summary>What went into the result.</summary>
    public ImmutableArray<Observation> Returned { get; } = returned;

    /// <summary>Its steps, where they are few: a caller's knowledge is held against them.</summary>
    public ImmutableArray<Act> Acts { get; } = acts;

    /// <summary>What else it does: under which of its own conditions is not known to a caller.</summary>
    public ImmutableArray<Forgetting> Forgotten { get; } = forgotten;

    public int Steps { get; } = steps;

    /// <summary>The body's own findings.</summary>
    public ImmutableArray<BrokenStep> Broken { get; } = broken;
}
