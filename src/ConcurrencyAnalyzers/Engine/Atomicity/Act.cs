using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>A step that changes a state, or fails where the state is not as expected.</summary>
internal sealed record Act(Subject Subject, string? Item, Deed Deed, Place Place)
{
    public ImmutableDictionary<string, AccessPath> Locks { get; init; } = ImmutableDictionary<string, AccessPath>.Empty;

    /// <summary>The observations that go into what is stored, or into the position that is named.</summary>
    public ImmutableHashSet<int> Data { get; init; } = ImmutableHashSet<int>.Empty;

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

    /// <summary>Nobody looks at the result.</summary>
    public bool IsDropped { get; init; }

    /// <summary>What is taken out is used.</summary>
    public bool UsesTaken { get; init; }

    /// <summary>What is stored is used again afterwards.</summary>
    public bool UsesStored { get; init; }

    /// <summary>A handler takes what the call throws.</summary>
    public bool IsCaught { get; init; }

    /// <summary>Done by the body itself, or by a callee that does little else.</summary>
    public bool IsSmall { get; init; } = true;

    /// <summary>Ends something: done twice, it does no harm.</summary>
    public bool IsTeardown { get; init; }

    /// <summary>Asked again in the region in which it is done.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>What a call of a body asks and does, in the body's names.</summary>
internal sealed class StepSummary(ImmutableArray<Observation> returned, ImmutableArray<Act> acts, ImmutableArray<BrokenStep> broken)
{
    public static readonly StepSummary Nothing = new(ImmutableArray<Observation>.Empty, ImmutableArray<Act>.Empty, ImmutableArray<BrokenStep>.Empty);

    /// <summary>What went into the result.</summary>
    public ImmutableArray<Observation> Returned { get; } = returned;

    public ImmutableArray<Act> Acts { get; } = acts;

    /// <summary>The body's own findings.</summary>
    public ImmutableArray<BrokenStep> Broken { get; } = broken;
}
