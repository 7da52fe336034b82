using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// The queue of a pool and its workers: which job goes where, when workers start and leave. One lock guards the
/// queue and the lists; nothing is sent, started or completed under it.
/// </summary>
internal sealed partial class JobScheduler : IWorkerOwner
{
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(10);

    private readonly object _gate = new();
    private readonly WorkerPoolOptions _options;
    private readonly WorkerLaunchOptions _launch;
    private readonly StopRules _rules;
    private readonly JobQueue _queue = new();
    private readonly HashSet<Worker> _workers = [];
    private readonly IdleWorkers _idle;
    private readonly HashSet<Worker> _leaving = [];
    private readonly CancellationTokenSource _terminated = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _trim;
    private readonly ITimer _watch;
    private readonly PoolEvents _events;
    private readonly TimeProvider _time;
    private bool _closed;
    private bool _trimming;
    private bool _watching;
    private TaskCompletionSource? _room;
    private int _starting;
    private int _open;
    private long _ended;
    private long _lost;
    private long _retried;

    public JobScheduler(WorkerPoolOptions options)
    {
        _options = options;
        _time = options.TimeProvider;
        _idle = new IdleWorkers(_time);
        _crashes = new CrashLoop(_time);
        _rules = new StopRules(options.CancellationGrace, _time);
        _events = new PoolEvents(options);
        _launch = new WorkerLaunchOptions
        {
            StartTimeout = options.StartTimeout,
            Output = options.Output,
            Diagnostics = options.EnableDiagnostics,
            HeapLimit = options.ManagedHeapLimitBytes,
            Processors = options.ProcessorsPerWorker ?? Math.Max(1, Environment.ProcessorCount / options.MaxWorkers),
            Environment = options.Environment,
            WorkingDirectory = options.WorkingDirectory,
            WaitForDebugger = options.WaitForDebugger,
            SharesMemory = options.SharesMemory,
            Codec = options.Codec is null ? null : WorkerMethod.Of(options.Codec),
        };
        _trim = Detached.NewTimer(_time, static s => ((JobScheduler)s!).Trim(), this);
        _watch = Detached.NewTimer(TimeProvider.System, static s => ((JobScheduler)s!).RecallFromBehindLongJobs(), this);
        _memory = Detached.NewTimer(TimeProvider.System, static s => ((JobScheduler)s!).WatchMemory(), this);
        PoolMeter.Add(this);
    }

    /// <summary>The name of the pool in metrics and events.</summary>
    public string Name => _options.Name;

    /// <summary>
    /// A caller who gives a job now waits for nothing else here, as things stand, and the job's answer will be read by a thread
    /// that may run what waits for it.
    /// </summary>
    public bool RunsCallersAtOnce => Volatile.Read(ref _open) == 0 && _options.SharesMemory && Futex.IsSupported;

    /// <summary>Takes a job; from here on it ends exactly once. <see langword="false"/>: the queue is full.</summary>
    public bool TrySubmit(Job job)
    {
        bool dispatch;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(WorkerPool));
            if (_queue.Count >= _options.QueueCapacity)
                return false;
            _open++;
            job.QueuedAt = _time.GetTimestamp();
            _queue.AddLast(job);
            dispatch = CanPlace(job);
        }
        if (dispatch)
            Dispatch();
        if (job.CanBeCancelled)
            job.WatchToken(Stop);
        return true;
    }

    /// <summary>Completes when the queue can take a job, or the pool is closed.</summary>
    public Task RoomAsync()
    {
        lock (_gate)
        {
            if (_closed || !(_queue.Count >= _options.QueueCapacity))
                return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>Stops a job wherever it is.</summary>
    public void Stop(Job job)
    {
        job.NoteStop(StopCause.Cancelled);
        bool waiting;
        lock (_gate)
        {
            waiting = _queue.Contains(job);
            if (waiting)
                Unqueue(job);
        }
        if (!waiting)
        {
            job.Worker?.Stop(job); // on its way to a worker: whoever posts it sees the wish
            return;
        }
        job.Fail(new OperationCanceledException());
        Ended(job);
    }

    /// <summary>How many jobs keep all workers busy, at the pace of the last ones.</summary>
    public int Appetite
    {
        get
        {
            lock (_gate)
                return Math.Max(2 * _options.MaxWorkers, _workers.Sum(w => 2 * w.Window));
        }
    }

    public WorkerPoolStatistics GetStatistics()
    {
        lock (_gate)
        {
            return new WorkerPoolStatistics(_workers.Count, _idle.Count, _starting, _queue.Count, _open - _queue.Count, _ended, _lost)
            {
                SpareWorkers = _spares.Count,
                StartedWorkers = _started,
                RetriedJobs = _retried,
            };
        }
    }

    public async Task CloseAsync(TimeSpan drainTimeout)
    {
        lock (_gate)
        {
            _closed = true;
            _room?.TrySetResult();
            if (_open == 0)
                _drained.TrySetResult();
        }
        await Task.WhenAny(_drained.Task, Task.Delay(drainTimeout, _time)).ConfigureAwait(false);
        if (!_drained.Task.IsCompleted)
            Terminate();
        await _drained.Task.ConfigureAwait(false);

        // Starts that are under way either give up or hand over their worker.
        await _terminated.CancelAsync().ConfigureAwait(false);
        while (true)
        {
            Worker[] retired;
            Worker[] leaving;
            int starting;
            lock (_gate)
            {
                retired = [.. _workers, .. _spares];
                foreach (var worker in retired)
                    Retire(worker);
                (leaving, starting) = ([.. _leaving], _starting + _startingSpares);
            }
            foreach (var worker in retired)
                _events.Leaving(worker, "the pool was closed");
            if (leaving.Length == 0 && starting == 0)
                break;
            await Task.WhenAll(leaving.Select(w => w.ShutDownAsync(ShutdownPatience))).ConfigureAwait(false);
            lock (_gate)
                _leaving.ExceptWith(leaving);
            if (leaving.Length == 0)
                await Task.Delay(5).ConfigureAwait(false);
        }
        await _trim.DisposeAsync().ConfigureAwait(false);
        lock (_gate)
            _watching = true; // so that nobody arms it again
        await _watch.DisposeAsync().ConfigureAwait(false);
        await _memory.DisposeAsync().ConfigureAwait(false);
        PoolMeter.Remove(this);
    }

    public void Terminate()
    {
        Job[] queued;
        Worker[] workers;
        lock (_gate)
        {
            _closed = true;
            _room?.TrySetResult();
        }
        _terminated.Cancel(); // first: a worker that comes up is either in the list below, or sees this
        lock (_gate)
        {
            queued = _queue.TakeAll();
            workers = [.. _workers, .. _spares, .. _leaving];
        }
        foreach (var job in queued)
        {
            job.NoteStop(StopCause.Cancelled);
            job.EndAsCancelled();
            Ended(job);
        }
        foreach (var worker in workers)
            worker.Terminate();
    }

    public void Freed(Worker worker)
    {
        Job[] next = [];
        var retire = false;
        bool dispatch;
        lock (_gate)
        {
            if (!_workers.Contains(worker))
                return;
            _crashes.NoteSuccess();
            var idle = worker.InFlight == 0;
            retire = worker.ShouldLeave && idle; // what it has been given it may finish
            if (retire)
                Retire(worker);
            else if (!worker.ShouldLeave)
                next = TakeFor(worker);
            if (!retire && next.Length == 0 && idle)
                AddIdle(worker);
            dispatch = _queue.First is { } first && CanPlace(first);
        }
        if (retire)
            _ = LetGoAsync(worker, worker.Overgrown ? "it had grown too large" : "it had done its share of jobs");
        else if (next.Length > 0)
            dispatch |= !Post(worker, next);
        if (dispatch)
            Dispatch();
    }

    public void TimedOut(Worker worker, Job job) => _events.TimedOut(worker, job);

    public void Ended(Job job) => Ended([job]);

    public void Ended(ReadOnlySpan<Job> jobs)
    {
        var count = 0;
        foreach (var job in jobs)
        {
            if (job.IsInternal)
                continue;
            PoolMeter.NoteEnd(this, job, _time);
            count++;
        }
        lock (_gate)
        {
            _ended += count;
            _open -= count;
            if (_open == 0 && _closed)
                _drained.TrySetResult();
        }
    }

    public void Returned(Worker worker, Job job)
    {
        if (job.StopCause != StopCause.None)
        {
            job.Fail(new OperationCanceledException());
            Ended(job);
        }
        else
        {
            Requeue([job]);
        }
    }

    private void Requeue(IReadOnlyList<Job> jobs)
    {
        lock (_gate)
        {
            for (var i = jobs.Count - 1; i >= 0; i--)
            {
                if (_terminated.IsCancellationRequested)
                    jobs[i].NoteStop(StopCause.Cancelled);
                _queue.AddFirst(jobs[i]);
            }
        }
        foreach (var job in jobs.Where(j => j.StopCause != StopCause.None))
            Stop(job);
        Dispatch();
    }
}
