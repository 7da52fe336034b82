using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// Runs static methods in worker processes that stay warm between calls. A job has its own memory, garbage
/// collector and crash: what it allocates does not pause this process, what it breaks does not break it, and it can
/// be killed. Arguments and results are copied; anything static that a job changes changes in the worker only.
/// Thread-safe.
/// </summary>
/// <remarks>
/// A job is a static method, or a lambda that captures nothing. Numbers, structures of numbers, text and arrays of these travel
/// as they lie in memory; other arguments and results by <see cref="WorkerPoolOptions.Codec"/>, as JSON unless told otherwise, with
/// the types that the method's signature names. A last parameter of type <see cref="CancellationToken"/> is filled
/// by the worker and trips when the caller cancels.
/// </remarks>
public sealed partial class WorkerPool : IAsyncDisposable
{
    private static readonly Lazy<WorkerPool> LazyShared = new(() => new WorkerPool(new WorkerPoolOptions { Name = "shared" }, shared: true));

    private readonly JobScheduler _scheduler;
    private readonly WorkerPoolOptions _options;
    private readonly bool _shared;
    private readonly JobRules _rules;
    private readonly WireCodec _codec;

    /// <summary>Makes a pool with the default options. Worker processes start with the first job.</summary>
    public WorkerPool() : this(new WorkerPoolOptions())
    {
    }

    /// <summary>Makes a pool. Worker processes start with the first job, or with <see cref="WarmUpAsync"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public WorkerPool(WorkerPoolOptions options) : this(options, shared: false)
    {
    }

    private WorkerPool(WorkerPool pool, JobRules rules)
    {
        (_scheduler, _options, _rules, _codec) = (pool._scheduler, pool._options, rules, pool._codec);
        _shared = true; // closing is the other's business
    }

    private WorkerPool(WorkerPoolOptions options, bool shared)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _shared = shared;
        _codec = WireCodec.Of(options.Codec);
        _scheduler = new JobScheduler(options);
        _rules = new JobRules(options.WaitForDebugger ? null : options.JobTimeout);
    }

    /// <summary>
    /// The pool of the whole process: as many workers as cores, started when needed, let go after a minute without
    /// work. It is never disposed of; its workers end with the process.
    /// </summary>
    public static WorkerPool Shared => LazyShared.Value;

    /// <summary>
    /// The same pool, with other rules for the jobs that are started through what this returns: <c>pool.With(new JobOptions {
    /// Retries = 2 }).RunAsync(...)</c>. Cheap; closing it does nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public WorkerPool With(JobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var timeout = _options.WaitForDebugger || options.Timeout == Timeout.InfiniteTimeSpan ? null : options.Timeout ?? _options.JobTimeout;
        return new WorkerPool(this, new JobRules(timeout, options.Retries));
    }

    /// <summary>
    /// Completes when the queue can take another job (<see cref="WorkerPoolOptions.QueueCapacity"/>), or the pool is closed. Another
    /// caller may be faster: <c>RunAsync</c> after it can still find the queue full.
    /// </summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken = default) => _scheduler.RoomAsync().WaitAsync(cancellationToken);

    /// <summary>
    /// Starts workers ahead of the first job. They make ready what this process has had run in workers of any pool before (of the methods that
    /// came back with a result, the 32 whose first result is the latest), as far as some 50 ms go, so that its next call waits less for the
    /// compiler. None of the methods is called, and static constructors are left for the call. A method whose module, or that of a type in
    /// its signature, has an initializer is not made ready.
    /// </summary>
    /// <param name="workers">How many should be up; <see langword="null"/> for as many as the pool may have.</param>
    /// <param name="cancellationToken">Ends the wait; workers already on their way still come up.</param>
    /// <exception cref="WorkerStartException">A worker could not be started.</exception>
    public Task WarmUpAsync(int? workers = null, CancellationToken cancellationToken = default)
    {
        var count = workers ?? _options.MaxWorkers;
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(workers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _options.MaxWorkers, nameof(workers));
        return RunsHere ? Task.CompletedTask : _scheduler.WarmUpAsync(count).WaitAsync(cancellationToken);
    }

    /// <summary>What the pool is doing and has done so far.</summary>
    public WorkerPoolStatistics GetStatistics() => _scheduler.GetStatistics();

    /// <summary>
    /// Takes no more jobs, waits for those at hand at most <see cref="WorkerPoolOptions.DrainTimeout"/>, kills what is left
    /// and waits until the worker processes are gone. Does nothing on <see cref="Shared"/>.
    /// </summary>
    public ValueTask DisposeAsync() => _shared ? ValueTask.CompletedTask : new ValueTask(_scheduler.CloseAsync(_options.DrainTimeout));

    /// <summary>
    /// Takes no more jobs and kills all workers now; jobs that have not ended are cancelled. Does nothing on <see cref="Shared"/>.
    /// </summary>
    public void Terminate()
    {
        if (!_shared)
            _scheduler.Terminate();
    }

    // A worker does not start workers: one call per core would become one per core per core. Its jobs' own calls
    // run where they are made.
    /// <summary>How many methods its workers have made ready ahead.</summary>
    internal int MadeReady => _scheduler.MadeReady;

    private bool RunsHere => _options.InProcess || WorkerContext.IsWorker;

    private Call NewCall(Delegate method) => new(method, _codec);

    private Task<TResult> Start<TResult>(Call call, CancellationToken cancellationToken) =>
        StartJob<TResult>(call, cancellationToken).Task;

    private Task Start(Call call, CancellationToken cancellationToken) => Start<Nothing>(call, cancellationToken);

    private Job<TResult> StartJob<TResult>(Call call, CancellationToken cancellationToken)
    {
        var job = NewJob<TResult>(call, cancellationToken);
        if (!TryStart(job, cancellationToken))
            throw new WorkerQueueFullException(_options.QueueCapacity ?? 0);
        return job;
    }

    private Job<TResult> NewJob<TResult>(Call call, CancellationToken cancellationToken)
    {
        ValueCarrier.Root<TResult>();
        CheckResult<TResult>(call.Method);
        // A caller that has nothing else under way waits for this one: there, the shortest way counts.
        return new Job<TResult>(call, _codec, _rules, cancellationToken, runsCallerAtOnce: _scheduler.RunsCallersAtOnce && !RunsHere);
    }

    // False when the queue is full.
    private bool TryStart(Job job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            job.EndAsCancelled();
        else if (RunsHere)
            LocalRunner.Run(job, inline: WorkerContext.IsWorker, cancellationToken);
        else
            return _scheduler.TrySubmit(job);
        return true;
    }

    private static void CheckResult<TResult>(WorkerMethod method)
    {
        var type = method.Signature.ResultType;
        if (typeof(TResult) == typeof(Nothing) || type == typeof(TResult))
            return;
        if (!typeof(TResult).IsAssignableFrom(type))
        {
            throw new ArgumentException(
                $"{method.DisplayName} gives {type} where the call expects {typeof(TResult)}. A method that returns a ValueTask " +
                "is called through one that returns its AsTask().", nameof(method));
        }
        if (typeof(TResult) == typeof(object))
            throw new ArgumentException($"The result of {method.DisplayName} cannot travel as 'object'; name its type.", nameof(method));
    }
}
