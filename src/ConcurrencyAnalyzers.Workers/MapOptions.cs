namespace ConcurrencyAnalyzers.Workers;

/// <summary>How <c>MapAsync</c> goes through its inputs.</summary>
public sealed record MapOptions
{
    /// <summary>
    /// <see langword="true"/>: results come in the order of the inputs, each as soon as it and all before it are ready.
    /// <see langword="false"/>: results come in the order in which they are ready. Default: <see langword="true"/>.
    /// </summary>
    public bool Ordered { get; init; } = true;

    /// <summary>
    /// How many inputs may be under way or ready and not yet taken. Inputs are read no further than that, so an
    /// endless sequence is fine. Default: 2 for each worker of the pool, and more while jobs are so short that workers
    /// would wait for the next.
    /// </summary>
    public int? MaxInFlight { get; init; }
}
