namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>A way for a worker to call back the process that started it.</summary>
internal interface ITransport
{
    /// <summary>Opens a fresh end point that only this user can reach, for one worker.</summary>
    ITransportListener Listen();

    /// <summary>Calls an end point back, in the worker.</summary>
    StreamChannel Connect(string endpoint);
}

/// <summary>One end point, good for one connection. Disposing removes it from the system.</summary>
internal interface ITransportListener : IDisposable
{
    /// <summary>The name under which <see cref="ITransport.Connect"/> finds it.</summary>
    string Endpoint { get; }

    /// <summary>How often a wait looks whether it still makes sense, in milliseconds.</summary>
    const int LookInterval = 20;

    /// <summary>
    /// Blocks until the worker calls; <see langword="null"/> when there is no hope left. Where the system can tell, a call from another
    /// process is an <see cref="InvalidDataException"/>.
    /// </summary>
    /// <param name="expectedProcessId">Of the worker.</param>
    /// <param name="goesOn">Asked now and then whether to wait on.</param>
    StreamChannel? Accept(int expectedProcessId, Func<bool> goesOn);
}
