namespace ConcurrencyAnalyzers.Workers;

/// <summary>What a pool is doing and has done, at one moment.</summary>
/// <param name="Workers">Worker processes that are up.</param>
/// <param name="IdleWorkers">Those of them that have nothing to do.</param>
/// <param name="StartingWorkers">Worker processes on their way up.</param>
/// <param name="QueuedJobs">Jobs that wait for a worker.</param>
/// <param name="RunningJobs">Jobs that a worker has.</param>
/// <param name="EndedJobs">Jobs that have ended, in whatever way.</param>
/// <param name="LostWorkers">Workers that crashed, were killed from outside, or had to be killed to stop a job.</param>
public sealed record WorkerPoolStatistics(
    int Workers, int IdleWorkers, int StartingWorkers, int QueuedJobs, int RunningJobs, long EndedJobs, long LostWorkers)
{
    /// <summary>Worker processes that are up and wait to take the place of one that goes.</summary>
    public int SpareWorkers { get; init; }

    /// <summary>Worker processes that have come up so far, spares and replacements included.</summary>
    public long StartedWorkers { get; init; }

    /// <summary>How often a job was run again because its worker was lost; see <see cref="JobOptions.Retries"/>.</summary>
    public long RetriedJobs { get; init; }
}
