using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>How steps on a state are made atomic one by one.</summary>
internal enum Protection
{
    /// <summary>By a lock around them, or not at all.</summary>
    Plain,

    /// <summary>By a concurrent collection.</summary>
    Concurrent,

    /// <summary>By volatile, Volatile or Interlocked.</summary>
    Atomic,
}

/// <summary>A state that steps are taken on: a variable, or what a collection holds.</summary>
internal sealed record Subject(AccessPath Path, bool IsContent, Protection Protection)
{
    /// <summary>Equal for equal subjects.</summary>
    public string Key => IsContent ? Path.Key + "{}" : Path.Key;

    /// <summary>What protects a state follows from what it is.</summary>
    public bool Equals(Subject? other) => ReferenceEquals(this, other) || other is not null && IsContent == other.IsContent && Path.Equals(other.Path);

    public override int GetHashCode() => Path.GetHashCode() ^ (IsContent ? 1 : 0);
}

/// <summary>What a step asks of a state.</summary>
internal enum Question
{
    /// <summary>The value, to work with it.</summary>
    Value,

    /// <summary>Whether something is there: ContainsKey, TryGetValue, a null test.</summary>
    Presence,

    /// <summary>How many there are, or whether there are any.</summary>
    Amount,

    /// <summary>Where something stands.</summary>
    Position,

    /// <summary>What comes next: a peek.</summary>
    Front,

    /// <summary>Everything: a copy, an enumeration.</summary>
    Items,
}

/// <summary>What a step does to a state.</summary>
internal enum Deed
{
    /// <summary>Stores into a variable.</summary>
    Write,

    /// <summary>Stores under a key, whatever was there.</summary>
    Set,

    /// <summary>Adds under a key; throws where there is one.</summary>
    Add,

    /// <summary>Adds to a sequence or queue.</summary>
    Append,

    /// <summary>Adds to a set; says whether it was new.</summary>
    Include,

    /// <summary>Adds under a key; says whether it could.</summary>
    TryAdd,

    /// <summary>Takes the next one; throws or waits where there is none.</summary>
    Take,

    /// <summary>Takes the next one; says whether it could.</summary>
    TryTake,

    Remove,

    /// <summary>Changes an entry in one step, whatever it is by then.</summary>
    Change,

    /// <summary>Removes or inserts at a position.</summary>
    Move,

    /// <summary>Looks up what must be there.</summary>
    Get,

    Clear,
}

/// <summary>Why what was observed may be out of date.</summary>
internal enum Gap
{
    /// <summary>It is not: nobody can have changed it since.</summary>
    None,

    /// <summary>It was made before the lock was taken under which the act stands.</summary>
    Unguarded,

    /// <summary>Each step is atomic by itself, and nothing joins them.</summary>
    Steps,

    /// <summary>The lock was given back in between.</summary>
    Released,

    /// <summary>The body waited in between.</summary>
    Await,
}

/// <summary>A read of a state at one place of a body.</summary>
internal sealed record Observation(int Id, Subject Subject, string? Item, Question Question, Place Place)
{
    public required HeldPaths Locks { get; init; }

    /// <summary>Locks held around the call that asked, and not given back since.</summary>
    public HeldPaths Outer { get; set; } = HeldPaths.Empty;

    /// <summary>The body itself had made the state what it is, and asks what has come since.</summary>
    public bool IsSinceSet { get; init; }

    /// <summary>The piece of source that stands for what was seen.</summary>
    public required Microsoft.CodeAnalysis.Text.TextSpan Span { get; init; }

    /// <summary>Where the span is used, this is what is meant; a by-product is known only by the variable that holds it.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>A condition looked whether it is null.</summary>
    public bool IsNullTest { get; set; }

    /// <summary>It was compared by less or greater.</summary>
    public bool IsOrdered { get; set; }

    /// <summary>Some go on whatever it says: a limit that they may pass.</summary>
    public bool IsLoose { get; set; }

    /// <summary>The items were looked through for one that fits: it concerns the step on the item that came of it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>A loop turns while there is open work, and each turn adds what it finds and takes off what it has done.</summary>
    public bool CountsOpenWork { get; set; }

    /// <summary>Read again after an atomic update whose result was thrown away.</summary>
    public Place? UpdatedAt { get; init; }

    /// <summary>Whether a step on an item concerns what was asked.</summary>
    public bool Concerns(string? item) => Item is null || item is null || Item == item && item != "?";
}
