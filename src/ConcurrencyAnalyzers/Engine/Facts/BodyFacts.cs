using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal enum BodyKind
{
    Method,
    Constructor,
    StaticConstructor,

    /// <summary>Initialisers of instance fields; run as part of every constructor.</summary>
    Initializer,
    StaticInitializer,
    Accessor,
    Finalizer,
    Lambda,
    LocalFunction,
    TopLevel,
}

/// <summary>A local or parameter is read at a position of the file.</summary>
internal sealed record LocalRead(int Position, FieldFacts Variable);

/// <summary>One body of code: what it does, without a symbol in it.</summary>
internal sealed class BodyFacts
{
    /// <summary>Documentation id of the member; for lambdas and local functions followed by '|' and their position.</summary>
    public required string Id { get; init; }

    /// <summary>Whether a call in the body made the object of that name.</summary>
    public bool Makes(string objectId) => objectId.Length > Id.Length && objectId[Id.Length] == '!' && objectId.StartsWith(Id, StringComparison.Ordinal);

    /// <summary>Id of the body in whose text this one stands; null for members.</summary>
    public string? EnclosingId { get; init; }

    /// <summary>Id of the member at the root.</summary>
    public required string MemberId { get; init; }

    public required string TypeId { get; init; }

    /// <summary>How a message names it, e.g. <c>Report</c> or <c>the lambda in Run</c>.</summary>
    public required string DisplayName { get; init; }

    public required BodyKind Kind { get; init; }

    public required string FilePath { get; init; }

    public required TextSpan Span { get; init; }

    public required Node Root { get; init; }

    public bool IsStatic { get; init; }

    public bool IsAsync { get; init; }

    public bool IsIterator { get; init; }

    public bool IsExternallyVisible { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Declared public, however little of its type is seen.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Protected: outside its type, only heirs call it.</summary>
    public bool IsForHeirs { get; init; }

    /// <summary>Returns Task, ValueTask or another awaitable.</summary>
    public bool ReturnsAwaitable { get; init; }

    /// <summary>The caller gets the storage itself, to read and write there.</summary>
    public bool ReturnsReference { get; init; }

    /// <summary>[MethodImpl(MethodImplOptions.Synchronized)].</summary>
    public bool IsSynchronized { get; init; }

    /// <summary>An <c>init</c> accessor: part of construction.</summary>
    public bool IsInitOnly { get; init; }

    /// <summary>The locks that a contract says callers hold.</summary>
    public ImmutableArray<LockName> RequiredLocks { get; init; } = ImmutableArray<LockName>.Empty;

    /// <summary>The parameters, in order, as variables.</summary>
    public ImmutableArray<FieldFacts> Parameters { get; init; } = ImmutableArray<FieldFacts>.Empty;

    /// <summary>Where locals and parameters are read, in order of evaluation; what stores, conditions and arguments are made of.</summary>
    public ImmutableArray<LocalRead> LocalReads { get; init; } = ImmutableArray<LocalRead>.Empty;

    /// <summary>Ids of the lambdas and local functions directly inside.</summary>
    public ImmutableArray<string> Nested { get; init; } = ImmutableArray<string>.Empty;

    public bool IsNested => EnclosingId is not null;

    /// <summary>The call that gives what is stored here, where that is all that stands there: a struct has no name once it is copied.</summary>
    public Call? OnlyCallIn(TextSpan span) => Root.All().OfType<Call>().Where(call => span.Contains(call.Span)).Take(2).ToArray() is [var only] && only.Span.End == span.End ? only : null;

    /// <summary>It makes an object, or a type ready for use.</summary>
    public bool IsConstruction => Kind is BodyKind.Constructor or BodyKind.StaticConstructor or BodyKind.Initializer or BodyKind.StaticInitializer;

    /// <summary>A lock is taken by <c>lock</c>, or a member of Monitor is called.</summary>
    public bool TakesMonitors => (Contents & BodyContents.Monitors) != 0;

    /// <summary>A handler is added to an event.</summary>
    public bool AddsHandlers => (Contents & BodyContents.Handlers) != 0;

    /// <summary>Where values are stored in fields.</summary>
    public ImmutableArray<Access> FieldStores => _fieldStores.IsDefault ? _fieldStores = Root.All().OfType<Access>()
        .Where(static access => (access.Kind & AccessKind.Write) != 0 && access is { Place: Value.Field, Stored: not Value.UnknownValue }).ToImmutableArray() : _fieldStores;

    private ImmutableArray<Access> _fieldStores;
    private BodyContents _contents;

    private BodyContents Contents => _contents != BodyContents.None ? _contents : _contents = Look();

    [Flags]
    private enum BodyContents
    {
        None = 0,
        Seen = 1,
        Monitors = 2,
        Handlers = 4,
    }

    private BodyContents Look()
    {
        var contents = BodyContents.Seen;
        foreach (var node in Root.All())
            contents |= node switch
            {
                LockRegion or Call { Method.TypeId: "T:System.Threading.Monitor" } => BodyContents.Monitors,
                Call call when call.Method.Name.StartsWith("add_", StringComparison.Ordinal) => BodyContents.Handlers,
                _ => BodyContents.None,
            };
        return contents;
    }

    /// <summary>Whom it calls, once somebody has asked for it.</summary>
    public Summaries.Callees? Callees { get; set; }

    /// <summary>Its nodes with what they stand in, once somebody has asked for it.</summary>
    public Publication.Trail? Trail { get; set; }
}

/// <summary>A type as declared in one tree (a part of it, where it is partial).</summary>
internal sealed record TypeFacts(string Id, string Name)
{
    /// <summary>Base class and interfaces, as documentation ids without type arguments.</summary>
    public ImmutableArray<string> Bases { get; init; } = ImmutableArray<string>.Empty;

    public bool IsExternallyVisible { get; init; }

    public bool IsStruct { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Attributes of the type and of its bases, as documentation ids.</summary>
    public ImmutableArray<string> Attributes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What its constructors ask for, as documentation ids without type arguments; and the type arguments.</summary>
    public ImmutableArray<string> Takes { get; init; } = ImmutableArray<string>.Empty;

    public bool IsRecord { get; init; }

    /// <summary>An interface of things that are told to do something and give nothing back: their objects are not values.</summary>
    public bool IsCommanded { get; init; }

    /// <summary>Its documentation says that an instance is not thread-safe (<c>&lt;threadsafety instance="false"/&gt;</c>).</summary>
    public bool IsForOneUser { get; init; }

    /// <summary>What the type, its bases and its interfaces promise.</summary>
    public Contract Contract { get; init; }
}

/// <summary>What the program tells a container: a service is an object of a type that lives so long.</summary>
internal sealed record Registration(Lifetime Lifetime, string ServiceId, string ImplementationId);

/// <summary>A member declaration: where its body is and what it overrides or implements.</summary>
internal sealed record MemberFacts(string Id, string TypeId, int Position)
{
    /// <summary>Ids of the members that a call may name while this body runs: overridden and implemented ones.</summary>
    public ImmutableArray<string> Implements { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Its attributes that a framework looks for, as documentation ids.</summary>
    public ImmutableArray<string> Attributes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Its documentation says that it is not thread-safe: who calls it sees to it that nobody else does.</summary>
    public bool IsForOneCaller { get; init; }

    /// <summary>The locks that a contract says callers hold, whether or not there is a body.</summary>
    public ImmutableArray<LockName> RequiredLocks { get; init; } = ImmutableArray<LockName>.Empty;
}
