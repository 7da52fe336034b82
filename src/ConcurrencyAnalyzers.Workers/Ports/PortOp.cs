namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>What one end of a port says to the other.</summary>
internal enum PortOp : byte
{
    /// <summary>A value: a report, an item of a channel.</summary>
    Item = 1,

    /// <summary>To the caller: the job waits for an item.</summary>
    Want = 2,

    /// <summary>No more items will come; an exception may follow as the reason.</summary>
    Complete = 3,

    /// <summary>To the job: so many of its items have been taken.</summary>
    Taken = 4,
}
