namespace ConcurrencyAnalyzers.Workers;

/// <summary>How a <see cref="WorkerPool"/> behaves. Read once, when the pool is made.</summary>
public sealed record WorkerPoolOptions
{
    /// <summary>What the pool is called in metrics, traces and events. Default: "default".</summary>
    public string Name { get; init; } = "default";

    /// <summary>The most worker processes at a time. Default: one per core.</summary>
    public int MaxWorkers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>How many workers stay when there is nothing to do. Default: 0.</summary>
    public int MinWorkers { get; init; }

    /// <summary>How long a worker above <see cref="MinWorkers"/> may have nothing to do before it is let go. Default: one minute.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many further workers are kept ready to take the place of one that goes, so that its successor is there at once
    /// instead of after a start. They leave with the last worker. Default (<see langword="null"/>): none while all is well; one
    /// from the first loss on, and in pools whose workers are replaced in the course of things
    /// (<see cref="MaxJobsPerWorker"/>, <see cref="RecycleAboveBytes"/>).
    /// </summary>
    public int? WarmSpares { get; init; }

    /// <summary>
    /// How many jobs may wait for a worker. <c>RunAsync</c> then throws <see cref="WorkerQueueFullException"/>,
    /// <c>MapAsync</c> waits, and <see cref="WorkerPool.WaitForRoomAsync"/> tells when to go on. Default: without limit.
    /// </summary>
    public int? QueueCapacity { get; init; }

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

    /// <summary>
    /// A worker is replaced after so many jobs, between two of them; by up to a tenth earlier, so that workers that began
    /// together do not leave together. Default: never.
    /// </summary>
    public int? MaxJobsPerWorker { get; init; }

    /// <summary>
    /// A worker whose process occupies more memory than this, in bytes, is replaced between two jobs. It is looked at ten
    /// times a second. Default: never.
    /// </summary>
    public long? RecycleAboveBytes { get; init; }

    /// <summary>
    /// The most memory that the process of a worker may occupy, in bytes, native memory included. It is looked at ten times a
    /// second; a worker that is above is killed, and its job fails with <see cref="WorkerCrashedException"/>
    /// (<see cref="WorkerEnd.ExceededMemory"/>). A limit that leaves less than half of what a worker occupies before its first
    /// job is refused when a worker starts. Default: what the machine gives.
    /// </summary>
    public long? MaxWorkingSetBytes { get; init; }

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

    /// <summary>What becomes of the text that jobs write to the console. Default: <see cref="WorkerOutput.Forward"/>.</summary>
    public WorkerOutput Output { get; init; }

    /// <summary>
    /// A static method that runs once in each new worker, before its first job. When it throws, the worker is given up
    /// like one that cannot start (<see cref="WorkerStartException"/>).
    /// </summary>
    public Action? Initializer { get; init; }

    /// <summary>
    /// Makes the codec for arguments and results that are not numbers, text or arrays of numbers: a static method, or a lambda that
    /// captures nothing, for each worker makes its own. Default: <see cref="JsonWorkerCodec"/>, which finds
    /// source-generated contexts by <see cref="WorkerJsonContextAttribute"/>, and types without one by reflection. With one context for
    /// all: <c>Codec = static () =&gt; new JsonWorkerCodec(MyContext.Default)</c>.
    /// </summary>
    public Func<IWorkerCodec>? Codec { get; init; }

    /// <summary>The current directory of the workers. Default: that of this process at the moment when a worker starts.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Hears of workers that start, leave and crash, of retries and timeouts: the place to write a log from. Called in order, on
    /// the thread pool; what it throws is ignored.
    /// </summary>
    public Action<WorkerEvent>? OnEvent { get; init; }

    /// <summary>The clock of all time spans here. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// For debugging: each worker says on the standard error which process it is, and runs no job before a debugger is
    /// attached to it. Switches <see cref="EnableDiagnostics"/> on and limits on the time of jobs off.
    /// </summary>
    public bool WaitForDebugger { get; init; }

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

    /// <summary>Whether jobs go through shared memory where the system has it.</summary>
    internal bool SharesMemory { get; init; } = true;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWorkers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MinWorkers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinWorkers, MaxWorkers);
        ArgumentNullException.ThrowIfNull(Name);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmSpares ?? 0, nameof(WarmSpares));
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueCapacity ?? 1, 1, nameof(QueueCapacity));
        ArgumentOutOfRangeException.ThrowIfLessThan(RecycleAboveBytes ?? 1, 1, nameof(RecycleAboveBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWorkingSetBytes ?? 1, 1, nameof(MaxWorkingSetBytes));
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

    internal static void CheckTime(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value < TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(name, value, "A time span is zero or more, at most 24 days, or Timeout.InfiniteTimeSpan.");
    }
}
