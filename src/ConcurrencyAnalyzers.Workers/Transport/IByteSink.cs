namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Where the bytes of frames go. One writer at a time.</summary>
internal interface IByteSink
{
    /// <summary>Blocks until all is on its way. Throws <see cref="IOException"/> when the other side is gone.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}

/// <summary>A stream whose writes block.</summary>
internal sealed class StreamSink(Stream stream) : IByteSink
{
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (ObjectDisposedException e)
        {
            throw new IOException("The channel is closed.", e);
        }
    }
}
