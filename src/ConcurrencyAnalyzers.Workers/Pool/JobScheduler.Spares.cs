using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>Workers that stand ready to take the place of others.</content>
internal sealed partial class JobScheduler
{
    private readonly Stack<Worker> _spares = new();
    private int _startingSpares;

    // Takes the place of one that is gone or has not started yet, at once; the next takes its own.
    private bool UseSpare()
    {
        if (_closed || _workers.Count + _starting >= _options.MaxWorkers || !_spares.TryPop(out var spare))
            return false;
        _workers.Add(spare);
        AddIfAlive(spare);
        StartSpares();
        return true;
    }

    // A pool whose workers do not come and go needs none: by default the first loss asks for it.
    private int SparesWanted => _options.WarmSpares
        ?? (_lost > 0 || _options.MaxJobsPerWorker is not null || _options.RecycleAboveBytes is not null ? 1 : 0);

    private void StartSpares()
    {
        while (!_closed && _crashes.Pause == TimeSpan.Zero && _spares.Count + _startingSpares < SparesWanted)
        {
            _startingSpares++;
            _ = Detached.Run(StartSpareAsync);
        }
    }

    private Worker NewReadyWorker()
    {
        var worker = NewWorker();
        if (!_options.WaitForDebugger)
            Rehearse(worker);
        return worker;
    }

    private async Task StartSpareAsync()
    {
        var counts = true;
        try
        {
            var worker = await OwnThread.Run(NewReadyWorker).ConfigureAwait(false);
            lock (_gate)
            {
                _startingSpares--;
                counts = false;
                if (worker.IsGone)
                    Retire(worker); // until the system has let go of it
                else
                    _spares.Push(worker);
                ArmTrim(_options.IdleTimeout);
                if (_queue.Count > 0)
                    UseSpare();
            }
            if (_terminated.IsCancellationRequested)
                worker.Terminate();
            Dispatch();
        }
        catch (Exception e)
        {
            lock (_gate)
                _startingSpares -= counts ? 1 : 0; // the next that is needed in earnest says what is wrong
            if (!_terminated.IsCancellationRequested)
                _events.StartFailed(e);
        }
    }
}
