using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>What the metrics say of one job, as it was when the job ended: counted later, it keeps neither the job nor the clock.</summary>
/// <param name="Pool">The pool's name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Wait">How long it waited; none if no worker began with it.</param>
/// <param name="Run">How long it ran.</param>
internal sealed record JobEnd(string Pool, string Outcome, TimeSpan? Wait, TimeSpan? Run)
{
    public static JobEnd Of(string pool, Job job, TimeProvider time) => job.StartedAt == 0
        ? new JobEnd(pool, job.Outcome, null, null)
        : new JobEnd(pool, job.Outcome, time.GetElapsedTime(job.QueuedAt, job.StartedAt), time.GetElapsedTime(job.StartedAt));
}
