using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>How a value of a type can be torn or updated by another thread.</summary>
internal enum WordShape
{
    /// <summary>A reference, or a primitive that every platform reads and writes in one step.</summary>
    Atomic,

    /// <summary>A 64-bit primitive: one step on 64-bit targets only.</summary>
    Atomic64,

    /// <summary>Wider than a machine word (decimal, Guid, larger structs): can be torn.</summary>
    Wide,
}

/// <summary>What the content of an object of some type tolerates.</summary>
internal enum TypeSafety
{
    Unknown,

    /// <summary>Nothing can change after construction.</summary>
    Immutable,

    /// <summary>Its members may be called by several threads at once.</summary>
    ThreadSafe,

    /// <summary>Any writer excludes readers and writers (the BCL's plain collections and buffers).</summary>
    ThreadUnsafe,

    /// <summary>An interface of collections: what an object tolerates depends on its class.</summary>
    Abstract,
}

/// <summary>
/// A field, an auto-property's storage, a captured primary-constructor parameter or a captured local: anything that
/// two threads can share. Holds no symbol, so that it can outlive its compilation; equality is by <see cref="Id"/>.
/// </summary>
internal sealed class FieldFacts(string id, string name, string ownerId) : IEquatable<FieldFacts>
{
    private readonly int _hash = id.GetHashCode();

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>The path that this variable or static alone makes; kept here by <see cref="Locations.AccessPath"/>.</summary>
    internal Locations.AccessPath? Path { get; set; }

    /// <summary>Documentation id of the declaring type; for a local, the id of the declaring body.</summary>
    public string OwnerId { get; } = ownerId;

    public bool IsStatic { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsVolatile { get; init; }

    /// <summary>[ThreadStatic]: every thread has its own.</summary>
    public bool IsThreadBound { get; init; }

    public bool IsLocal { get; init; }

    /// <summary>Among the variables: it is given by the caller.</summary>
    public bool IsParameter { get; init; }

    /// <summary>A parameter that is another name for its caller's storage.</summary>
    public bool IsByRef { get; init; }

    public bool IsProperty { get; init; }

    public bool IsEvent { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Only the type and those that derive from it can name it.</summary>
    public bool IsForHeirs { get; init; }

    /// <summary>Visible outside its assembly, so that code we do not see may use it.</summary>
    public bool IsExternallyVisible { get; init; }

    public bool IsReferenceType { get; init; }

    public bool IsDelegate { get; init; }

    /// <summary>The declared type is IDisposable or IAsyncDisposable: every object of it has an end that somebody must bring about.</summary>
    public bool IsDisposable { get; init; }

    /// <summary>The declared type is a lock that is taken and given back by members of its own: no <c>lock</c> statement takes it.</summary>
    public bool IsPairedLock { get; init; }

    public bool IsBool { get; init; }

    /// <summary>int, long, uint or ulong: every update operator has an Interlocked form.</summary>
    public bool IsInterlockedNumber { get; init; }

    public WordShape Shape { get; init; }

    public TypeSafety Safety { get; init; }

    /// <summary>The lock that a contract names for it; null where none does.</summary>
    public LockName? Guard { get; init; }

    /// <summary>What an attribute on the field promises.</summary>
    public Contract Contract { get; init; }

    /// <summary>What the declaring type promises of itself.</summary>
    public Contract OwnerContract { get; init; }

    /// <summary>Documentation id of the type of the value, without type arguments.</summary>
    public string TypeId { get; init; } = "";

    /// <summary>Where it is declared; the path is empty for metadata.</summary>
    public string DeclarationPath { get; init; } = "";

    public TextSpan DeclarationSpan { get; init; }

    public bool Equals(FieldFacts? other) => ReferenceEquals(this, other) || other is not null && _hash == other._hash && Id == other.Id;

    public override bool Equals(object? obj) => Equals(obj as FieldFacts);

    public override int GetHashCode() => _hash;

    public override string ToString() => Name;
}
