using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>A place in source, free of trees and symbols.</summary>
internal sealed record Place(string FilePath, TextSpan Span) : IComparable<Place>
{
    /// <summary>The path last: it is long, and nearly always the same.</summary>
    public bool Equals(Place? other) => ReferenceEquals(this, other) || other is not null && Span == other.Span && FilePath == other.FilePath;

    public override int GetHashCode() => unchecked(Span.Start * 31 + Span.Length);

    public int CompareTo(Place? other)
    {
        if (other is null)
            return 1;
        var byPath = string.CompareOrdinal(FilePath, other.FilePath);
        return byPath != 0 ? byPath : Span.CompareTo(other.Span);
    }
}

/// <summary>A state, by its id, as one place has it. A class: generic code over tuples is compiled anew in every process.</summary>
internal sealed record StateAt(Place Place, string? State);

/// <summary>A lock taken on an object that cannot protect anything, or that strangers can take too.</summary>
internal sealed record LockObjectUse(Place Place, LockObjectShape Shape, string MemberName);

/// <summary>What the engine found in one compilation, free of symbols. Immutable.</summary>
internal sealed class Findings
{
    public static readonly Findings None = new();

    public ImmutableArray<LockObjectUse> LockObjects { get; init; } = ImmutableArray<LockObjectUse>.Empty;

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
