using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// What this process and its workers see together: made here, passed to jobs as an argument (or inside of one), disposed of
/// here. Nothing is copied on the way.
/// </summary>
public abstract class SharedObject : IDisposable
{
    private readonly SharedRegion _region;
    private readonly bool _isMaker;

    private protected SharedObject(long size)
    {
        if (WorkerContext.IsWorker)
            throw new InvalidOperationException("A worker process cannot make shared objects. Make them in the main process and pass them as arguments.");
        _region = SharedRegion.Create(size);
        _isMaker = true;
        Id = SharedObjects.NextId();
        SharedObjects.Add(this);
    }

    private protected SharedObject(long id, SharedRegion region)
    {
        Id = id;
        _region = region;
    }

    internal long Id { get; }

    internal SharedRegion Region => _region;

    /// <summary>
    /// In the process that made it: gives the memory back; wait for the jobs that use it first, and touch no span of it
    /// afterwards. In a worker: does nothing, because the next job may get the same object.
    /// </summary>
    public void Dispose()
    {
        if (!_isMaker)
            return;
        SharedObjects.Remove(Id);
        Closing();
        _region.Dispose();
        LiveWorkers.Forget(Id);
        GC.SuppressFinalize(this);
    }

    private protected virtual void Closing()
    {
    }
}
