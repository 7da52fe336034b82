using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The line of one port to its other end. Thread-safe.</summary>
internal interface IPortLine
{
    /// <summary>
    /// Writes a message and sends it. <see langword="false"/>: the other end is gone, or the job has ended, and nothing was sent.
    /// </summary>
    bool Send<TState>(TState state, Action<FrameBuffer, TState> write);
}
