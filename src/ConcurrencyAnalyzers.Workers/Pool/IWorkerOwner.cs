namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>Who gave a worker its jobs. Called on the worker's reader thread, with no lock held.</summary>
internal interface IWorkerOwner
{
    /// <summary>A job left the worker, which can take another; the job's task completes afterwards.</summary>
    void Freed(Worker worker);

    /// <summary>The job's task has completed.</summary>
    void Ended(Job job);

    /// <summary>The worker gave a job back that it had not started.</summary>
    void Returned(Job job);

    /// <summary>The worker is gone. The jobs it had not started are the owner's again; the one it ran is the worker's to fail.</summary>
    void Lost(Worker worker, IReadOnlyList<Job> unstarted);
}
