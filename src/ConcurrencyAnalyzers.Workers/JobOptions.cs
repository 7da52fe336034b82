namespace ConcurrencyAnalyzers.Workers;

/// <summary>How a pool treats the jobs that are started through <see cref="WorkerPool.With"/>.</summary>
public sealed record JobOptions
{
    /// <summary>
    /// How long a job may run, from the moment it is its worker's turn, in place of
    /// <see cref="WorkerPoolOptions.JobTimeout"/>; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for as long as it likes.
    /// <see langword="null"/>, the default, for the pool's limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// How often a job is run again when its worker is lost under it (<see cref="WorkerCrashedException"/>). What it had done
    /// by then it does twice, so this is for jobs for which that makes no difference. An exception that the method throws, a
    /// timeout and a cancellation are answers and are never tried again. Default: 0.
    /// </summary>
    public int Retries { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Retries);
        if (Timeout is { } timeout)
            WorkerPoolOptions.CheckTime(timeout, nameof(Timeout));
    }
}
