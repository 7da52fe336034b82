namespace ConcurrencyAnalyzers.Workers;

/// <summary>Tells code whether it runs in a worker process. Thread-safe.</summary>
public static class WorkerContext
{
    /// <summary>
    /// <see langword="true"/> in a process that a <see cref="WorkerPool"/> or a <see cref="WorkerProcess"/> started.
    /// There, pools run their jobs on the calling thread and new worker processes are refused, so that a program
    /// cannot multiply without end.
    /// </summary>
    public static bool IsWorker { get; internal set; }

    /// <summary>The number of this worker within the process that started it, from 1; 0 outside of workers.</summary>
    public static int WorkerNumber { get; internal set; }
}
