namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// The pool's queue holds <see cref="WorkerPoolOptions.QueueCapacity"/> jobs already; the job was not taken.
/// <see cref="WorkerPool.WaitForRoomAsync"/> tells when there is room again.
/// </summary>
public sealed class WorkerQueueFullException : WorkerException
{
    internal WorkerQueueFullException(int capacity) : base($"{capacity} jobs wait for a worker already, which is all that the pool's queue may hold.")
    {
    }
}
