using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

internal enum UseKind
{
    Awaited,

    /// <summary>The receiver of <see cref="HandleUse.Call"/>.</summary>
    Receiver,

    /// <summary>An argument of <see cref="HandleUse.Call"/>.</summary>
    Argument,
    Returned,

    /// <summary>Stored in <see cref="HandleUse.Target"/>: a local, a field or an element.</summary>
    Stored,

    /// <summary>An item of the array or collection <see cref="HandleUse.Target"/>.</summary>
    Contained,

    /// <summary>Enumerated in a way that does not name the items.</summary>
    Iterated,

    /// <summary>Goes where no node follows it.</summary>
    Escaped,
    Dropped,

    /// <summary><c>_ = …</c>.</summary>
    Discarded,
}

/// <summary>One use of a value in one body. Positions count the body's nodes in evaluation order.</summary>
internal sealed record HandleUse(UseKind Kind, BodyFacts Body, Node Node, int Position)
{
    public Call? Call { get; init; }

    public Value Target { get; init; } = Value.Unknown;

    public int Ordinal { get; init; } = -1;

    /// <summary>What is used is an item of the value.</summary>
    public bool OfItem { get; init; }

    /// <summary>What is used is the task that awaiting the value yields.</summary>
    public bool OfInner { get; init; }
}
