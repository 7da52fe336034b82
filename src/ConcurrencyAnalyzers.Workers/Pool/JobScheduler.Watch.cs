namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>Looks after workers while jobs run: jobs behind a long one, memory.</content>
internal sealed partial class JobScheduler
{
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(100);

    private readonly ITimer _memory;
    private bool _watchingMemory;

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

    // Runs only while there are workers, and only where a limit was set.
    private void ArmMemoryWatch()
    {
        if (_watchingMemory || _closed || (_options.MaxWorkingSetBytes ?? _options.RecycleAboveBytes) is null)
            return;
        _watchingMemory = true;
        _memory.Change(MemoryInterval, Timeout.InfiniteTimeSpan);
    }

    private void WatchMemory()
    {
        Worker[] workers;
        lock (_gate)
            workers = [.. _workers];
        foreach (var worker in workers)
            CheckMemory(worker, worker.WorkingSet);
        lock (_gate)
        {
            _watchingMemory = false;
            if (_workers.Count > 0)
                ArmMemoryWatch();
        }
    }

    private void CheckMemory(Worker worker, long bytes)
    {
        if (bytes > _options.MaxWorkingSetBytes)
        {
            worker.EndFor(
                WorkerEnd.ExceededMemory,
                $"The worker process {worker.ProcessId} occupied {bytes >> 20} MB, more than the {_options.MaxWorkingSetBytes >> 20} MB of MaxWorkingSetBytes, and was ended.");
        }
        else if (bytes > _options.RecycleAboveBytes && !worker.Overgrown)
        {
            worker.Overgrown = true;
            RetireIfIdle(worker);
        }
    }

    private void RetireIfIdle(Worker worker)
    {
        lock (_gate)
        {
            if (!_idle.Contains(worker))
                return; // a job may be on its way to it
            Retire(worker);
        }
        _ = LetGoAsync(worker, "it had grown too large");
    }
}
