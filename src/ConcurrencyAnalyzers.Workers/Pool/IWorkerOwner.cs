namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>Who gave a worker its jobs. Called on a worker's reader thread; no lock is held but that of the reading itself, which the owner never takes.</summary>
internal interface IWorkerOwner
{
    /// <summary>The running job had its time and is being stopped.</summary>
    void TimedOut(Worker worker, Job job);

    /// <summary>The name under which the worker's bytes are counted.</summary>
    string Name { get; }

    /// <summary>A job that its worker has not even looked at when it ends can run on another.</summary>
    bool HasOtherWorkers => true;

    /// <summary>A job left the worker, which can take another; the job's task completes afterwards.</summary>
    void Freed(Worker worker);

    /// <summary>The jobs have ended; their tasks are about to complete.</summary>
    void Ended(ReadOnlySpan<Job> jobs);

    /// <summary>The worker gave a job back that it had not started.</summary>
    void Returned(Worker worker, Job job);

    /// <summary>The worker ended under the job, which is not ended yet: the owner fails it, or runs it again.</summary>
    void Crashed(Worker worker, Job job, WorkerCrashedException error);

    /// <summary>The worker is gone. The jobs it had not started are the owner's again; for the one it ran <see cref="Crashed"/> follows.</summary>
    void Lost(Worker worker, IReadOnlyList<Job> unstarted);
}
