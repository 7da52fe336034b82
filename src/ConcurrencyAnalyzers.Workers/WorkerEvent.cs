namespace ConcurrencyAnalyzers.Workers;

/// <summary>What happened to a pool or one of its workers; see <see cref="WorkerPoolOptions.OnEvent"/>.</summary>
/// <param name="Kind">What it was. The number is stable and fits as the event id of a log.</param>
/// <param name="Level">How much it matters, with the numbers of <c>Microsoft.Extensions.Logging.LogLevel</c>.</param>
/// <param name="Message">It in words.</param>
/// <param name="Pool">The pool's <see cref="WorkerPoolOptions.Name"/>.</param>
/// <param name="Worker">The number of the worker; 0 when none was up.</param>
/// <param name="ProcessId">The id of its process; 0 when none was up.</param>
/// <param name="Exception">The error behind it, if there is one.</param>
public sealed record WorkerEvent(
    WorkerEventKind Kind, WorkerEventLevel Level, string Message, string Pool, int Worker, int ProcessId, Exception? Exception)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}

/// <summary>What may happen to a pool.</summary>
public enum WorkerEventKind
{
    /// <summary>A worker process is up.</summary>
    WorkerStarted = 1,

    /// <summary>A worker leaves because it is not needed, had its share, grew too large, or because the pool closes.</summary>
    WorkerLeaving = 2,

    /// <summary>A worker ended under a job.</summary>
    WorkerCrashed = 3,

    /// <summary>A worker process could not be started.</summary>
    StartFailed = 4,

    /// <summary>A job whose worker was lost is run again.</summary>
    JobRetried = 5,

    /// <summary>A job ran longer than it may and is being stopped.</summary>
    JobTimedOut = 6,
}

/// <summary>How much an event matters.</summary>
public enum WorkerEventLevel
{
    /// <summary>Of interest while looking into something.</summary>
    Debug = 1,

    /// <summary>The ordinary course of things.</summary>
    Information = 2,

    /// <summary>The pool helped itself.</summary>
    Warning = 3,

    /// <summary>A job failed for it, or may.</summary>
    Error = 4,
}
