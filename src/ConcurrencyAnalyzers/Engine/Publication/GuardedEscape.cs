using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>What of a guarded object leaves its lock.</summary>
internal enum EscapeShape
{
    /// <summary>The object itself.</summary>
    Itself,

    /// <summary>A live view of it: Values, Keys, AsReadOnly, a span, an enumerator.</summary>
    View,

    /// <summary>A query that has not run yet.</summary>
    Query,

    /// <summary>One of its items, which the lock guards too.</summary>
    Item,

    /// <summary>A copy of the collection, in which the inner collections are the guarded ones.</summary>
    Copy,

    /// <summary>The items one by one, with the lock held between.</summary>
    Iterator,
}

/// <summary>How it leaves.</summary>
internal enum EscapeWay
{
    Returned,
    OutParameter,
    InsideObject,
    EventArgument,
    StoredOutside,

    /// <summary>A variable holds it when the lock is given back, and it is used on.</summary>
    KeptBeyondLock,

    /// <summary>A variable holds it when the lock is given back, and the same body looks into it later.</summary>
    UsedBeyondLock,
}

/// <summary>A guarded object that is handed out of its lock.</summary>
/// <param name="Guard">How the lock is written in the type; null where it has no simple name.</param>
internal sealed record GuardedEscape(Place Place, FieldFacts State, EscapeShape Shape, EscapeWay Way, string? Guard, string MemberName)
{
    /// <summary>An access that relies on the lock.</summary>
    public required Place Guarded { get; init; }

    /// <summary>The lock is held where it leaves.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The guard is taken by <c>lock</c> or Monitor.</summary>
    public bool GuardIsMonitor { get; init; }
}
