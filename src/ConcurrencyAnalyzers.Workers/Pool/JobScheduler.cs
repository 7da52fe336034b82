using ConcurrencyAnalyzers.Workers.Launch;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// The queue of a pool and its workers: which job goes where, when workers start and leave. One lock guards the
/// queue and the lists; nothing is sent, started or completed under it.
/// </summary>
internal sealed class JobScheduler : IWorkerOwner
{
    private const int MostStartFailures = 3;
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(5);

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
    private bool _closed;
    private bool _trimming;
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
            Processors = Math.Max(1, Environment.ProcessorCount / options.MaxWorkers),
            Environment = options.Environment,
        };
        _trim = new Timer(static s => ((JobScheduler)s!).Trim(), this, Timeout.Infinite, Timeout.Infinite);
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
        job.EndAsCancelled();
        Ended(job);
    }

    public Task WarmUpAsync(int count)
    {
        var starts = new List<Task>();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(WorkerPool));
            for (var missing = count - _workers.Count - _starting; missing > 0; missing--)
                starts.Add(BeginStart(retry: false));
        }
        return Task.WhenAll(starts);
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
        var retire = false;
        lock (_gate)
        {
            if (!_workers.Contains(worker))
                return;
            retire = worker.JobsDone >= _options.MaxJobsPerWorker;
            if (retire)
                Retire(worker);
            else
                AddIdle(worker);
        }
        if (retire)
            _ = worker.ShutDownAsync(ShutdownPatience);
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
                jobs[i].Place = _queue.AddFirst(jobs[i]);
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
            Job job;
            Worker worker;
            lock (_gate)
            {
                if (_queue.First is not { } first)
                    return;
                if (!_idle.TryTake(out worker!))
                {
                    StartMissing();
                    return;
                }
                job = first.Value;
                Unqueue(job);
            }
            if (!worker.TryPost(job))
                Requeue([job]);
            else if (job.StopCause != StopCause.None)
                worker.Stop(job);
        }
    }

    private void StartMissing()
    {
        while (_starting < _queue.Count && _workers.Count + _starting < _options.MaxWorkers)
            _ = BeginStart(retry: true);
    }

    private Task BeginStart(bool retry)
    {
        _starting++;
        return Task.Run(() => StartAsync(retry));
    }

    private async Task StartAsync(bool retry)
    {
        try
        {
            var started = await WorkerLauncher.StartAsync(_launch, _terminated.Token).ConfigureAwait(false);
            var worker = new Worker(started, this, _rules);
            lock (_gate)
            {
                _starting--;
                _startFailures = 0;
                _workers.Add(worker);
                AddIdle(worker);
            }
            worker.Listen();
            if (_terminated.IsCancellationRequested)
                worker.Terminate();
            Dispatch();
        }
        catch (Exception e)
        {
            FailStart(e);
            if (!retry)
                throw;
        }
    }

    // One failure may be bad luck; several in a row are what every start will give, and the jobs get to know it.
    private void FailStart(Exception exception)
    {
        Job[] hopeless = [];
        lock (_gate)
        {
            _starting--;
            if (++_startFailures >= MostStartFailures && _workers.Count == 0)
            {
                _startFailures = 0;
                hopeless = [.. _queue];
                foreach (var job in hopeless)
                    Unqueue(job);
            }
        }
        foreach (var job in hopeless)
        {
            job.Fail(exception is WorkerException ? exception : new WorkerStartException($"A worker process could not be started: {exception.Message}", exception));
            Ended(job);
        }
        Dispatch();
    }

    private void Unqueue(Job job)
    {
        _queue.Remove(job.Place!);
        job.Place = null;
    }

    private void AddIdle(Worker worker)
    {
        _idle.Add(worker);
        if (!_trimming)
            ArmTrim(_options.IdleTimeout);
    }

    // No timer runs while there is nothing to let go.
    private void ArmTrim(TimeSpan wait)
    {
        _trimming = _workers.Count > _options.MinWorkers && _idle.Count > 0 && _options.IdleTimeout != Timeout.InfiniteTimeSpan && !_closed;
        if (_trimming)
            _trim.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Retire(Worker worker)
    {
        _workers.Remove(worker);
        _idle.Remove(worker);
        _leaving.Add(worker);
        _ = Forget(worker);
    }

    private async Task Forget(Worker worker)
    {
        await worker.Exit.ConfigureAwait(false);
        lock (_gate)
            _leaving.Remove(worker);
    }

    private void Trim()
    {
        var surplus = new List<Worker>();
        lock (_gate)
        {
            while (_workers.Count > _options.MinWorkers && _idle.TryTakeLongestIdle(_options.IdleTimeout, out var worker))
            {
                surplus.Add(worker);
                Retire(worker);
            }
            ArmTrim(_idle.TimeToNext(_options.IdleTimeout));
        }
        foreach (var worker in surplus)
            _ = worker.ShutDownAsync(ShutdownPatience);
    }
}
