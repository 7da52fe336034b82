using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>What an attribute promises of a type, or of what a field holds.</summary>
[Flags]
internal enum Contract
{
    None = 0,

    /// <summary>Any number of threads may use one instance at once.</summary>
    ThreadSafe = 1,

    /// <summary>One flow of control at a time uses it.</summary>
    ThreadConfined = 2,

    /// <summary>Nothing changes after construction.</summary>
    Immutable = 4,
}

/// <summary>Why the name in a contract says nothing.</summary>
internal enum LockNameProblem
{
    None,

    /// <summary>No member of the type has this name.</summary>
    Unknown,

    /// <summary>A lock of each instance cannot guard what all instances share.</summary>
    InstanceForStatic,

    /// <summary>A number, a string: nothing that a thread can hold.</summary>
    NotALock,
}

/// <summary>
/// A lock as a contract names it, symbol-free: the fields that lead to it from the object that has the contract, or
/// from a static field.
/// </summary>
/// <param name="Text">As written, e.g. <c>_gate</c>.</param>
internal sealed record LockName(string Text)
{
    /// <summary>The lock is the object itself.</summary>
    public bool IsThis { get; init; }

    public ImmutableArray<FieldFacts> Steps { get; init; } = ImmutableArray<FieldFacts>.Empty;

    /// <summary>The last part is a property with code: the lock is what this accessor returns.</summary>
    public string? GetterId { get; init; }

    public LockNameProblem Problem { get; init; }

    /// <summary>It names a lock that can be followed; what cannot is not held against anybody.</summary>
    public bool IsKnown => Problem == LockNameProblem.None && (IsThis || GetterId is not null || !Steps.IsEmpty);

    public bool Equals(LockName? other) => other is not null && Text == other.Text && Problem == other.Problem && GetterId == other.GetterId && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Text.GetHashCode();
}

/// <summary>A contract that names nothing, at its attribute.</summary>
/// <param name="Member">The member or type that has the contract.</param>
/// <param name="IsRequirement">It asks callers for a lock; it guards no state.</param>
internal sealed record ContractProblem(Place Place, string Member, LockName Lock, bool IsRequirement);

/// <summary>A member of an [Immutable] type that anybody who sees it can change.</summary>
/// <param name="Owner">The type that makes the promise.</param>
/// <param name="TypeName">The type of what the member holds.</param>
internal sealed record MutableMember(Place Place, string Owner, string Member, string TypeName, bool CanBeReplaced);
