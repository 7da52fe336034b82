using ConcurrencyAnalyzers.Workers.Launch;

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
    private readonly LinkedList<Job> _queue = [];
    private readonly HashSet<Worker> _workers = [];
    private readonly IdleWorkers _idle = new();
    private readonly HashSet<Worker> _leaving = [];
    private readonly CancellationTokenSource _terminated = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _trim;
    private readonly Timer _watch;
    private bool _closed;
    private bool _trimming;
    private bool _watching;
    private int _starting;
    private int _startFailures;
    private int _open;
    private long _ended;
    private long _lost;

    public JobScheduler(WorkerPoolOptions options)
    {
        _options = options;
        _rules = new StopRules(options.CancellationGrace, options.JobTimeout);
        _launch = new WorkerLaunchOptions
        {
            StartTimeout = options.StartTimeout,
            Output = options.Output,
            Diagnostics = options.EnableDiagnostics,
            HeapLimit = options.ManagedHeapLimitBytes,
            Processors = options.ProcessorsPerWorker ?? Math.Max(1, Environment.ProcessorCount / options.MaxWorkers),
            Environment = options.Environment,
        };
        _trim = Detached.NewTimer(static s => ((JobScheduler)s!).Trim(), this);
        _watch = Detached.NewTimer(static s => ((JobScheduler)s!).RecallFromBehindLongJobs(), this);
    }

    /// <summary>Takes a job; from here on it ends exactly once.</summary>
    public void Submit(Job job)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(WorkerPool));
            _open++;
            job.Place = _queue.AddLast(job);
        }
        Dispatch();
        job.WatchToken(Stop);
    }

    /// <summary>Stops a job wherever it is.</summary>
    public void Stop(Job job)
    {
        job.NoteStop(StopCause.Cancelled);
        bool waiting;
        lock (_gate)
        {
            waiting = job.Place is not null;
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
            return new WorkerPoolStatistics(_workers.Count, _idle.Count, _starting, _queue.Count, _open - _queue.Count, _ended, _lost);
    }

    public async Task CloseAsync(TimeSpan drainTimeout)
    {
        lock (_gate)
        {
            _closed = true;
            if (_open == 0)
                _drained.TrySetResult();
        }
        await Task.WhenAny(_drained.Task, Task.Delay(drainTimeout)).ConfigureAwait(false);
        if (!_drained.Task.IsCompleted)
            Terminate();
        await _drained.Task.ConfigureAwait(false);

        // Starts that are under way either give up or hand over their worker.
        await _terminated.CancelAsync().ConfigureAwait(false);
        while (true)
        {
            Worker[] workers;
            int starting;
            lock (_gate)
            {
                foreach (var worker in _workers.ToArray())
                    Retire(worker);
                (workers, starting) = ([.. _leaving], _starting);
            }
            if (workers.Length == 0 && starting == 0)
                break;
            await Task.WhenAll(workers.Select(w => w.ShutDownAsync(ShutdownPatience))).ConfigureAwait(false);
            if (workers.Length == 0)
                await Task.Delay(5).ConfigureAwait(false);
        }
        await _trim.DisposeAsync().ConfigureAwait(false);
        lock (_gate)
            _watching = true; // so that nobody arms it again
        await _watch.DisposeAsync().ConfigureAwait(false);
    }

    public void Terminate()
    {
        Job[] queued;
        Worker[] workers;
        lock (_gate)
        {
            _closed = true;
            queued = [.. _queue];
            foreach (var job in queued)
                Unqueue(job);
            workers = [.. _workers, .. _leaving];
        }
        _terminated.Cancel();
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
        lock (_gate)
        {
            if (!_workers.Contains(worker))
                return;
            retire = worker.JobsDone >= _options.MaxJobsPerWorker;
            if (retire)
                Retire(worker);
            else
                next = TakeFor(worker);
            if (!retire && next.Length == 0 && worker.InFlight == 0)
                AddIdle(worker);
        }
        if (retire)
            _ = worker.ShutDownAsync(ShutdownPatience);
        else if (next.Length > 0)
            Post(worker, next);
        Dispatch();
    }

    public void Ended(Job job)
    {
        lock (_gate)
        {
            _ended++;
            if (--_open == 0 && _closed)
                _drained.TrySetResult();
        }
    }

    public void Returned(Job job)
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

    public void Lost(Worker worker, IReadOnlyList<Job> unstarted)
    {
        lock (_gate)
        {
            if (_workers.Contains(worker))
            {
                _lost++;
                Retire(worker); // until the system has let go of it
            }
        }
        Requeue(unstarted);
    }

    private void Requeue(IReadOnlyList<Job> jobs)
    {
        lock (_gate)
        {
            for (var i = jobs.Count - 1; i >= 0; i--)
            {
                if (_terminated.IsCancellationRequested)
                    jobs[i].NoteStop(StopCause.Cancelled);
                jobs[i].Place = _queue.AddFirst(jobs[i]);
            }
        }
        foreach (var job in jobs.Where(j => j.StopCause != StopCause.None))
            Stop(job);
        Dispatch();
    }

    // Gives waiting jobs to idle workers, most recently used first, and starts workers for the rest.
    private void Dispatch()
    {
        while (true)
        {
            Job[] jobs;
            Worker worker;
            lock (_gate)
            {
                if (_queue.Count == 0)
                    return;
                if (!_idle.TryTake(out worker!))
                {
                    StartMissing();
                    return;
                }
                jobs = TakeFor(worker);
            }
            Post(worker, jobs);
        }
    }

    // As many as the worker's pace asks for, but no more than its share of the queue and of the system's buffers.
    private Job[] TakeFor(Worker worker)
    {
        var inFlight = worker.InFlight;
        var count = Math.Min(worker.Room, Math.Max(1, _queue.Count / _workers.Count));
        if (_options.MaxJobsPerWorker is not null)
            count = Math.Min(count, 1 - inFlight); // it may have had enough after each
        var taken = new List<Job>();
        for (var size = 0; taken.Count < count && _queue.First is { Value: var job }; taken.Add(job))
        {
            size += job.Call.Size;
            if (size > Worker.SmallMessage && taken.Count + inFlight > 0)
                break;
            Unqueue(job);
        }
        return [.. taken];
    }

    private void Post(Worker worker, Job[] jobs)
    {
        if (!worker.TryPost(jobs))
        {
            Requeue(jobs);
            return;
        }
        foreach (var job in jobs)
        {
            if (job.StopCause != StopCause.None)
                worker.Stop(job);
        }
        if (jobs.Length > 1)
            WatchLongJobs();
    }

    private void WatchLongJobs()
    {
        lock (_gate)
        {
            if (_watching)
                return;
            _watching = true;
            _watch.Change(WatchInterval, Timeout.InfiniteTimeSpan);
        }
    }

    private void RecallFromBehindLongJobs()
    {
        Worker[] workers;
        lock (_gate)
        {
            _watching = false;
            workers = [.. _workers];
        }
        var more = false;
        foreach (var worker in workers)
            more |= worker.RecallFromBehindLongJob();
        if (more)
            WatchLongJobs();
    }

    private void Unqueue(Job job)
    {
        _queue.Remove(job.Place!);
        job.Place = null;
    }
}
