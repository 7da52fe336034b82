namespace ConcurrencyAnalyzers.Workers;

/// <summary>How a <see cref="WorkerPool"/> behaves. Read once, when the pool is made.</summary>
public sealed record WorkerPoolOptions
{
    /// <summary>The most worker processes at a time. Default: one per core.</summary>
    public int MaxWorkers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>How many workers stay when there is nothing to do. Default: 0.</summary>
    public int MinWorkers { get; init; }

    /// <summary>How long a worker above <see cref="MinWorkers"/> may have nothing to do before it is let go. Default: one minute.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a job may run, from the moment it is its worker's turn. Then it is stopped like a cancelled one and its task
    /// fails with <see cref="TimeoutException"/>. Default: without limit.
    /// </summary>
    public TimeSpan? JobTimeout { get; init; }

    /// <summary>
    /// How long a cancelled job that takes a <see cref="CancellationToken"/> may go on before its process is
    /// killed. A job that takes none cannot be asked and is killed at once. Default: 2 seconds.
    /// </summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a new worker process may take to report. Default: 30 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="WorkerPool.DisposeAsync"/> waits for jobs before it kills them. Default: 30 seconds.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A worker is replaced after so many jobs, between two of them. Default: never.</summary>
    public int? MaxJobsPerWorker { get; init; }

    /// <summary>
    /// The most that the managed heap of a worker may take, in bytes; a job that needs more gets
    /// <see cref="OutOfMemoryException"/>. Default: what the machine gives.
    /// </summary>
    public long? ManagedHeapLimitBytes { get; init; }

    /// <summary>
    /// How many cores the runtime of a worker counts on, for its thread pool, its heap and what jobs see as
    /// <see cref="System.Environment.ProcessorCount"/>. Default: the cores of the machine divided by <see cref="MaxWorkers"/>.
    /// </summary>
    public int? ProcessorsPerWorker { get; init; }

    /// <summary>What becomes of the text that jobs write to the console.</summary>
    public WorkerOutput Output { get; init; }

    /// <summary>
    /// Lets debuggers and <c>dotnet-counters</c> attach to workers. Off by default, unless a debugger is attached
    /// to this process when the worker starts: it makes each start slower.
    /// </summary>
    public bool EnableDiagnostics { get; init; }

    /// <summary>
    /// For debugging: jobs run in this process, on the thread pool, with the same serialisation in both directions.
    /// Crashes and endless loops are then this process's own.
    /// </summary>
    public bool InProcess { get; init; }

    /// <summary>Environment variables that workers get on top of this process's own; <see langword="null"/> removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWorkers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MinWorkers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinWorkers, MaxWorkers);
        if (MaxJobsPerWorker is { } jobs)
            ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1, nameof(MaxJobsPerWorker));
        if (ManagedHeapLimitBytes is { } bytes)
            ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 20L * 1024 * 1024, nameof(ManagedHeapLimitBytes));
        if (ProcessorsPerWorker is { } processors)
            ArgumentOutOfRangeException.ThrowIfLessThan(processors, 1, nameof(ProcessorsPerWorker));
        CheckTime(IdleTimeout, nameof(IdleTimeout));
        CheckTime(JobTimeout ?? Timeout.InfiniteTimeSpan, nameof(JobTimeout));
        CheckTime(CancellationGrace, nameof(CancellationGrace));
        CheckTime(StartTimeout, nameof(StartTimeout));
        CheckTime(DrainTimeout, nameof(DrainTimeout));
    }

    private static void CheckTime(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value < TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(name, value, "A time span is zero or more, at most 24 days, or Timeout.InfiniteTimeSpan.");
    }
}
