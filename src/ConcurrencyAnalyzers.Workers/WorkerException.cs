namespace ConcurrencyAnalyzers.Workers;

/// <summary>The base of every error that is about worker processes and not about the work itself.</summary>
public class WorkerException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    public WorkerException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and the error behind it.</summary>
    public WorkerException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
