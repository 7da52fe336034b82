using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>A method ready to be called with what comes as bytes. Thread-safe.</summary>
internal interface IBoundMethod
{
    /// <summary>Whether arguments stay connected to the caller.</summary>
    bool HasPorts { get; }

    /// <summary>Whether it wants to hear of the caller's wish to stop.</summary>
    bool TakesToken { get; }

    /// <summary>
    /// Reads what follows the culture, which is the thread's by now: the trace and the arguments. Calls the method, waits for its task if it has one and writes the result.
    /// Everything the method throws comes out as it was thrown. Gives the method's <see cref="int"/>, if it returns
    /// one, and else 0: the exit code of a process that runs the method as its main.
    /// </summary>
    int Run(WireCodec codec, ref PayloadReader payload, FrameBuffer result, JobPorts ports, CancellationToken cancellationToken);

    /// <summary>Does ahead what the first call would wait for, as far as that goes without calling the method.</summary>
    void Prepare(WireCodec codec);
}
