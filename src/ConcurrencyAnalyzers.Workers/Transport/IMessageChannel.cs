namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// The line between a pool and one worker. Any thread may send; exactly one thread receives. Faster carriers
/// (shared memory) take this place without the rest noticing.
/// </summary>
internal interface IMessageChannel : IDisposable
{
    /// <summary>Sends whole frames, blocking until the system has taken them. Throws <see cref="IOException"/> when the peer is gone.</summary>
    void Send(ReadOnlySpan<byte> frames);

    /// <summary>
    /// Blocks until a frame is there. <see langword="false"/> when the peer is gone.
    /// Throws <see cref="InvalidDataException"/> when what arrives is not a frame.
    /// </summary>
    bool TryReceive(out Frame frame);
}
