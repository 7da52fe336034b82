using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>What the engine found in one compilation, free of symbols. Immutable.</summary>
internal sealed class Findings
{
    public static readonly Findings None = new();

    public ImmutableArray<Locks.LockObjectUse> LockObjects { get; init; } = ImmutableArray<Locks.LockObjectUse>.Empty;

    public ImmutableArray<Conflict> Conflicts { get; init; } = ImmutableArray<Conflict>.Empty;

    public ImmutableArray<Contracts.Breach> Breaches { get; init; } = ImmutableArray<Contracts.Breach>.Empty;

    /// <summary>Contracts that the code keeps but for what is found, and that are not written.</summary>
    public ImmutableArray<Contracts.InferredContract> Inferred { get; init; } = ImmutableArray<Contracts.InferredContract>.Empty;

    public ImmutableArray<Flows.UnjoinedHandle> UnjoinedHandles { get; init; } = ImmutableArray<Flows.UnjoinedHandle>.Empty;

    public ImmutableArray<Flows.UnobservedTask> UnobservedTasks { get; init; } = ImmutableArray<Flows.UnobservedTask>.Empty;

    public ImmutableArray<Cost.CpuWork> CpuWork { get; init; } = ImmutableArray<Cost.CpuWork>.Empty;

    public ImmutableArray<Atomicity.BrokenStep> BrokenSteps { get; init; } = ImmutableArray<Atomicity.BrokenStep>.Empty;

    public ImmutableArray<ChangedCapture> ChangedCaptures { get; init; } = ImmutableArray<ChangedCapture>.Empty;

    public ImmutableArray<Publication.UnsafePublication> UnsafePublications { get; init; } = ImmutableArray<Publication.UnsafePublication>.Empty;

    public ImmutableArray<Publication.GuardedEscape> GuardedEscapes { get; init; } = ImmutableArray<Publication.GuardedEscape>.Empty;

    /// <summary>The assembly asks to be held to its contracts strictly.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Why the engine gave up; null when it did not. For tests: users see no finding, and no error.</summary>
    public Exception? Failure { get; init; }

    public static Findings Failed(Exception failure) => new() { Failure = failure };
}
