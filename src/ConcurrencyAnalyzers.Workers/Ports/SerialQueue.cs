using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>Runs pieces of work on the thread pool, one after the other, in the order they were posted. Thread-safe.</summary>
internal sealed class SerialQueue
{
    private readonly Queue<Func<Task>> _waiting = new();
    private bool _running;

    /// <summary>The work may not throw.</summary>
    public void Post(Func<Task> work)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(work);
            if (_running)
                return;
            _running = true;
        }
        _ = Detached.Run(DrainAsync);
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            Func<Task> work;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out work!))
                {
                    _running = false;
                    return;
                }
            }
            await work().ConfigureAwait(false);
        }
    }
}
