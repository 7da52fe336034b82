namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// The method threw an exception whose type is not one of the common ones of the base library. Types named by
/// another process are never created, so this one stands in: it carries the type's name, the message and the
/// stack trace of the worker. Common types (<see cref="ArgumentException"/>, <see cref="IOException"/> and so
/// on) arrive as themselves, with the worker's stack trace in front of the caller's.
/// </summary>
public sealed class RemoteException : WorkerException
{
    internal RemoteException(string remoteTypeName, string remoteMessage, string? remoteStackTrace, Exception? innerException)
        : base($"{remoteTypeName}: {remoteMessage}", innerException)
    {
        RemoteTypeName = remoteTypeName;
        RemoteMessage = remoteMessage;
        RemoteStackTrace = remoteStackTrace;
    }

    /// <summary>The full name of the exception's type in the worker.</summary>
    public string RemoteTypeName { get; }

    /// <summary>The message of the exception in the worker.</summary>
    public string RemoteMessage { get; }

    /// <summary>The stack trace of the exception in the worker, if it had one.</summary>
    public string? RemoteStackTrace { get; }
}
