namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Frames over a blocking, two-way stream.</summary>
internal sealed class StreamChannel(Stream stream) : IMessageChannel
{
    private readonly object _sending = new();
    private readonly FrameReader _reader = new(stream);

    public void Send(ReadOnlySpan<byte> frames)
    {
        try
        {
            lock (_sending)
                stream.Write(frames);
        }
        catch (ObjectDisposedException e)
        {
            throw new IOException("The channel is closed.", e);
        }
    }

    public bool TryReceive(out Frame frame) => _reader.TryRead(out frame);

    public void Dispose() => stream.Dispose();
}
