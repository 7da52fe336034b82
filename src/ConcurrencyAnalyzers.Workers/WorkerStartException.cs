namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// A worker process could not be started, or it started and did not report back. The message says what was run
/// and what the process wrote to its standard error.
/// </summary>
public sealed class WorkerStartException : WorkerException
{
    /// <summary>Creates the exception with a message and the error behind it.</summary>
    public WorkerStartException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
