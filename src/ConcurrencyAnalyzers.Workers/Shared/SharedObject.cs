using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// What this process and its workers see together: made here, passed to jobs as an argument (or inside of one), disposed of
/// here. Nothing is copied on the way.
/// </summary>
public abstract class SharedObject : IDisposable
{
    private readonly SharedBlock _block;
    private readonly bool _isMaker;

    private protected SharedObject(long size)
    {
        if (WorkerContext.IsWorker)
            throw new InvalidOperationException("A worker process cannot make shared objects. Make them in the main process and pass them as arguments.");
        _block = SharedBlock.Create(size);
        _isMaker = true;
        Id = SharedObjects.NextId();
        SharedObjects.Add(this);
    }

    private protected SharedObject(long id, SharedBlock block)
    {
        Id = id;
        _block = block;
    }

    internal long Id { get; }

    internal SharedBlock Block => _block;

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
        _block.Dispose();
        LiveWorkers.Forget(this);
        GC.SuppressFinalize(this);
    }

    private protected virtual void Closing()
    {
    }
}
