using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>Workers come and go.</content>
internal sealed partial class JobScheduler
{
    private const int MostStartFailures = 3;
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(50);

    private readonly CrashLoop _crashes;
    private int _startFailures;
    private long _started;
    private int _madeReady;

    /// <summary>How many methods workers said to have made ready.</summary>
    public int MadeReady => Volatile.Read(ref _madeReady);

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

    private void StartMissing()
    {
        while (_starting < _queue.Count && _workers.Count + _starting < _options.MaxWorkers)
            _ = BeginStart(retry: true);
    }

    private Task BeginStart(bool retry)
    {
        _starting++;
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            OwnThread.Start("worker start", () => Complete(Start(isAhead: !retry)), OwnThread.DeepStack);
        }
        catch (Exception e) when (OwnThread.IsLackOfThreads(e))
        {
            _ = Detached.Run(async () =>
            {
                await FailStartAsync(e).ConfigureAwait(false);
                Complete(e);
            });
        }
        return completion.Task;

        void Complete(Exception? failure)
        {
            if (failure is null || retry)
                completion.SetResult();
            else if (failure is OperationCanceledException cancelled)
                completion.SetCanceled(cancelled.CancellationToken);
            else
                completion.SetException(failure);
        }
    }

    // Blocks; see WorkerLauncher. Gives why there is no worker, or what went wrong once there was.
    private Exception? Start(bool isAhead)
    {
        var counts = true;
        try
        {
            var worker = NewWorker();
            if (isAhead && !_options.WaitForDebugger)
                Rehearse(worker);
            bool isAlive;
            lock (_gate)
            {
                _starting--;
                counts = false;
                _startFailures = 0;
                _workers.Add(worker);
                isAlive = AddIfAlive(worker);
                if (isAlive)
                    StartSpares();
            }
            if (_terminated.IsCancellationRequested)
                worker.Terminate();
            if (!isAlive)
                return null;
            Dispatch();
            PoolMeter.Publish();
            return null;
        }
        catch (Exception e)
        {
            if (counts)
                FailStartAsync(e).GetAwaiter().GetResult();
            return e;
        }
    }

    private void Rehearse(Worker worker) => Interlocked.Add(ref _madeReady, DryRun.On(worker, RecentMethods.ToArray(), DryRun.Enough, _terminated.Token));

    // It may have died before the pool knew that it lived; then nobody else would notice.
    private bool AddIfAlive(Worker worker)
    {
        if (_terminated.IsCancellationRequested)
        {
            Retire(worker); // ended by the pool, or about to be: no loss
            return false;
        }
        if (worker.IsGone)
        {
            _ = Detached.Run(() =>
            {
                Lost(worker, []);
                return Task.CompletedTask;
            });
            return false;
        }
        AddIdle(worker);
        ArmMemoryWatch();
        return true;
    }

    private Worker NewWorker()
    {
        TimeSpan pause;
        lock (_gate)
            pause = _crashes.Pause;
        if (pause > TimeSpan.Zero)
            Task.Delay(pause, _time, _terminated.Token).GetAwaiter().GetResult();
        var started = WorkerLauncher.Start(_launch, _terminated.Token);
        var worker = new Worker(started, this, _rules, JobLimit());
        worker.Listen();
        Interlocked.Increment(ref _started);
        _events.Started(worker);
        if (_started > 1)
            PoolMeter.NoteStart(this); // the first is counted once it serves: the meter is not worth a later first answer
        Prepare(worker);
        return worker;
    }

    private void Prepare(Worker worker)
    {
        if (_options.MaxWorkingSetBytes is { } limit && worker.WorkingSet * 3 / 2 is var least && limit < least)
        {
            worker.Kill();
            throw new WorkerStartException(
                $"A worker process occupies {least / 3 * 2 >> 20} MB before its first job; a MaxWorkingSetBytes of {limit >> 20} MB leaves it no room to work.");
        }
        if (_options.Initializer is not { } initializer)
            return;
        var job = new Job<Nothing>(new Call(initializer, WireCodec.Default), WireCodec.Default, new JobRules(_options.StartTimeout, IsInternal: true), CancellationToken.None);
        using var closing = _terminated.Token.UnsafeRegister(static w => ((Worker)w!).Terminate(), worker); // nobody else knows of it yet
        try
        {
            if (!worker.TryPost(job))
                throw new WorkerException("The worker process ended before its initializer ran.");
            job.Task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            worker.Kill();
            throw new WorkerStartException($"The initializer {job.Call.Method.DisplayName} failed in a new worker process: {e.Message}", e);
        }
    }

    // A tenth more or less, so that workers that started together do not all leave together.
    private int JobLimit() => _options.MaxJobsPerWorker is { } jobs ? jobs - Random.Shared.Next(0, jobs / 10 + 1) : int.MaxValue;

    // One failure may be bad luck; several in a row are what every start will give, and then the jobs get to know it.
    // The failed start counts as under way until the next may be tried, so starts that fail do not follow in a rush. Throws nothing.
    private async Task FailStartAsync(Exception exception)
    {
        try
        {
            if (!_terminated.IsCancellationRequested)
                _events.StartFailed(exception);
            await PauseAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The user's listener or clock. The start counts as under way no longer, whatever they do.
        }
        Job[] hopeless = [];
        lock (_gate)
        {
            _starting--;
            if (++_startFailures >= MostStartFailures && _workers.Count == 0)
            {
                _startFailures = 0;
                hopeless = TakeAll();
            }
        }
        try
        {
            FailAll(hopeless, exception is WorkerException ? exception : new WorkerStartException($"A worker process could not be started: {exception.Message}", exception));
            Dispatch();
        }
        catch (Exception)
        {
            // The user's clock again; the next job or the end of the next one tries once more.
        }
    }

    private async Task PauseAsync()
    {
        TimeSpan pause;
        lock (_gate)
            pause = StartPause * (1 << Math.Min(_startFailures, 6));
        await Task.Delay(pause, _time, _terminated.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Job[] TakeAll()
    {
        var all = _queue.TakeAll();
        _room?.TrySetResult();
        _room = null;
        return all;
    }

    private void FailAll(Job[] jobs, Exception exception)
    {
        foreach (var job in jobs)
        {
            job.Fail(exception);
            Ended(job);
        }
    }

    public void Lost(Worker worker, IReadOnlyList<Job> unstarted)
    {
        // What was to prepare this worker is of no use to another.
        FailAll([.. unstarted.Where(static j => j.IsInternal)], new WorkerException("The worker process ended before it was ready."));
        unstarted = [.. unstarted.Where(static j => !j.IsInternal)];
        Job[]? hopeless = null;
        lock (_gate)
        {
            var spare = _spares.Contains(worker);
            if (spare || _workers.Contains(worker)) // else on its way out, or not yet in
            {
                if (!spare && (worker.RanJobAtEnd || !_terminated.IsCancellationRequested))
                    _lost++;
                Retire(worker); // until the system has let go of it
                if (worker.JobsDone == 0)
                    _crashes.NoteDeath(hadJob: worker.RanJobAtEnd);
                if (_crashes.IsHopeless)
                    hopeless = [.. unstarted, .. TakeAll()];
                UseSpare();
                StartSpares();
            }
        }
        if (hopeless is null)
        {
            Requeue(unstarted);
            return;
        }
        FailAll(hopeless, new WorkerStartException(
            "Worker processes end one after the other before they get to run a job. The last words of the last one: " + worker.LastWords));
    }

    public void Crashed(Worker worker, Job job, WorkerCrashedException error)
    {
        if (job.IsInternal && _terminated.IsCancellationRequested)
        {
            job.NoteStop(StopCause.Cancelled); // the pool's own doing, and nobody's job
            job.Fail(error);
            return;
        }
        _events.Crashed(worker, job, error);
        PoolMeter.NoteCrash(this, error);
        lock (_gate)
        {
            if (job.StopCause == StopCause.None && job.RetriesLeft > 0 && !_terminated.IsCancellationRequested && error.End != WorkerEnd.ExceededMemory)
                _retried++;
            else
                job.RetriesLeft = 0;
        }
        if (job.RetriesLeft > 0)
        {
            job.RetriesLeft--;
            _events.Retried(job);
            Requeue([job]);
            return;
        }
        job.Fail(error);
        Ended(job);
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
        var surplus = (_workers.Count > _options.MinWorkers && _idle.Count > 0) || (_workers.Count == 0 && _spares.Count > 0);
        _trimming = surplus && _options.IdleTimeout != Timeout.InfiniteTimeSpan && !_closed;
        if (_trimming)
            _trim.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Retire(Worker worker)
    {
        _workers.Remove(worker);
        _idle.Remove(worker);
        if (_spares.Contains(worker))
        {
            var others = _spares.Where(s => s != worker).ToArray();
            _spares.Clear();
            foreach (var other in others)
                _spares.Push(other);
        }
        if (_leaving.Add(worker))
            _ = Forget(worker);
    }

    private async Task LetGoAsync(Worker worker, string reason)
    {
        _events.Leaving(worker, reason);
        lock (_gate)
        {
            UseSpare();
            StartSpares();
        }
        Dispatch();
        await worker.ShutDownAsync(ShutdownPatience).ConfigureAwait(false);
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
            if (_workers.Count == 0)
            {
                surplus.AddRange(_spares);
                foreach (var spare in _spares.ToArray())
                    Retire(spare);
            }
            ArmTrim(_idle.TimeToNext(_options.IdleTimeout));
        }
        foreach (var worker in surplus)
        {
            _events.Leaving(worker, "it had nothing to do");
            _ = worker.ShutDownAsync(ShutdownPatience);
        }
    }
}
