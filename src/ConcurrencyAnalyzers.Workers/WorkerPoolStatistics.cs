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
    int Workers, int IdleWorkers, int StartingWorkers, int QueuedJobs, int RunningJobs, long EndedJobs, long LostWorkers);
