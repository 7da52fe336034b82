#pragma warning disable CONC1001 // One thread at a time, by the contract below; who takes turns hands it over.
namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Cuts bytes into frames. Short frames are copied to memory of this process's own before anyone looks at them; of a
/// long one the first part is, and its receiver takes the rest straight to where it belongs. One thread at a time.
/// </summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="trusted">
/// Lengths may be believed before their bytes arrive. A worker trusts the parent that made it; the parent trusts nobody.
/// </param>
internal sealed class FrameReader(IByteSource source, bool trusted)
{
    /// <summary>The longest payload that arrives as a whole, in bytes.</summary>
    public const int LongestWhole = LargestBuffer - Frame.HeaderSize;

    /// <summary>How much of a longer payload is there as a whole at least, in bytes.</summary>
    public const int Head = 1024;

    // The buffer begins small and grows once, for good: frames of one length follow each other.
    private const int SmallBuffer = 16 * 1024;
    private const int LargestBuffer = 64 * 1024;

    private byte[] _buffer = new byte[SmallBuffer];
    private int _start;
    private int _end;
    private FrameRest? _rest;

    /// <summary>The next frame, or a part of it, has been read.</summary>
    public bool HasMore => Buffered > 0;

    private int Buffered => _end - _start;

    /// <summary>Blocks for the next frame, which is valid until the next call. <see langword="false"/> at the end.</summary>
    public bool TryRead(out Frame frame) => TryRead(wait: true, out frame);

    /// <summary>The next frame, if it is there.</summary>
    public bool TryReadNow(out Frame frame) => TryRead(wait: false, out frame);

    private bool TryRead(bool wait, out Frame frame)
    {
        frame = default;
        _rest?.Skip(); // what nobody took
        _rest = null;
        if (!Fill(Frame.HeaderSize, wait))
            return false;
        var kind = Frame.ReadHeader(_buffer.AsSpan(_start), out var length, out var id);
        if (length is < 0 or > Frame.MaxPayload)
            throw new InvalidDataException($"A frame announces {length} bytes; at most {Frame.MaxPayload} are allowed.");
        if (length <= LongestWhole)
        {
            if (!Fill(Frame.HeaderSize + length, wait))
                return false;
            frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, length));
            _start += Frame.HeaderSize + length;
            return true;
        }
        // What every receiver looks at first is in one piece, wherever the writer stopped for want of room.
        if (!Fill(Frame.HeaderSize + Head, wait))
            return false;
        var here = Math.Min(Buffered - Frame.HeaderSize, length);
        _rest = here < length ? new FrameRest(source, length - here, trusted) : null;
        frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, here), _rest);
        _start += Frame.HeaderSize + here;
        return true;
    }

    private bool Fill(int count, bool wait)
    {
        if (Buffered >= count)
            return true;
        if (_start == _end)
            _start = _end = 0;
        if (_buffer.Length - _start < count)
            MoveTo(_buffer.Length >= count ? _buffer : new byte[LargestBuffer]);
        while (Buffered < count)
        {
            var free = _buffer.AsSpan(_end);
            var read = wait ? source.Read(free, inFull: Buffered > 0) : source.ReadNow(free);
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    private void MoveTo(byte[] target)
    {
        _buffer.AsSpan(_start, Buffered).CopyTo(target);
        _end = Buffered;
        _start = 0;
        _buffer = target;
    }
}
