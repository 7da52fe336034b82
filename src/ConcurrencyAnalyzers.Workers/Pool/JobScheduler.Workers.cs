using ConcurrencyAnalyzers.Workers.Launch;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>Workers come and go.</content>
internal sealed partial class JobScheduler
{
    private const int MostStartFailures = 3;
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(50);

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
        return Detached.Run(() => StartAsync(retry));
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
            await FailStartAsync(e).ConfigureAwait(false);
            if (!retry)
                throw;
        }
    }

    // One failure may be bad luck; several in a row are what every start will give, and then the jobs get to know it.
    // The failed start counts as under way until the next may be tried, so starts that fail do not follow in a rush.
    private async Task FailStartAsync(Exception exception)
    {
        TimeSpan pause;
        lock (_gate)
            pause = StartPause * (1 << Math.Min(_startFailures, 6));
        await Task.Delay(pause, _terminated.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

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
