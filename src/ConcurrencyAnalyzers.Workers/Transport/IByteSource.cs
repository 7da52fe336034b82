namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Where the bytes of frames come from. One reader at a time.</summary>
internal interface IByteSource
{
    /// <summary>Blocks for at least one byte; 0 when the other side is gone and nothing is left.</summary>
    /// <param name="destination">Where to; not empty.</param>
    /// <param name="inFull">The rest of a frame that has begun to arrive.</param>
    int Read(Span<byte> destination, bool inFull);

    /// <summary>Takes what is there; 0 when nothing is. A source that can only wait gives nothing.</summary>
    int ReadNow(Span<byte> destination);
}

/// <summary>A stream whose reads block.</summary>
internal sealed class StreamSource(Stream stream) : IByteSource
{
    public int Read(Span<byte> destination, bool inFull)
    {
        try
        {
            return stream.Read(destination);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return 0; // A reset connection and a closed one mean the same: the peer is gone.
        }
    }

    public int ReadNow(Span<byte> destination) => 0;
}

/// <summary>A ring in shared memory.</summary>
internal sealed class RingSource(Ring ring) : IByteSource
{
    public int Read(Span<byte> destination, bool inFull)
    {
        while (true)
        {
            var count = ring.Read(destination);
            if (count > 0)
                return count;
            // Woken for nothing, a read goes on: an end is one only once nothing is left.
            if (!ring.WaitForBytes(inFull) && ring.HasEnded)
                return 0;
        }
    }

    public int ReadNow(Span<byte> destination) => ring.Read(destination);
}
