namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Cuts a stream into frames. One thread at a time: the one that started the worker hands it to the one that listens.</summary>
[ThreadConfined]
internal sealed class FrameReader(Stream stream)
{
    private const int SmallBuffer = 16 * 1024;
    private const int KeptBuffer = 1024 * 1024;

    private byte[] _buffer = new byte[SmallBuffer];
    private int _start;
    private int _end;

    private int Available => _end - _start;

    /// <summary>Blocks for the next frame, which is valid until the next call. <see langword="false"/> at the end of the stream.</summary>
    public bool TryRead(out Frame frame)
    {
        frame = default;
        if (_buffer.Length > KeptBuffer && Available <= SmallBuffer)
            MoveTo(new byte[SmallBuffer]);
        if (!Fill(Frame.HeaderSize))
            return false;
        var (length, kind, id) = Frame.ReadHeader(_buffer.AsSpan(_start));
        if (length is < 0 or > Frame.MaxPayload)
            throw new InvalidDataException($"A frame announces {length} bytes; at most {Frame.MaxPayload} are allowed.");
        if (!Fill(Frame.HeaderSize + length))
            return false;
        frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, length));
        _start += Frame.HeaderSize + length;
        return true;
    }

    private bool Fill(int count)
    {
        while (Available < count)
        {
            if (_start == _end)
                _start = _end = 0;
            if (_end == _buffer.Length)
                MakeRoom();
            var read = Read();
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    // A length is only a claim: memory follows the bytes that have really arrived, doubling.
    private void MakeRoom() =>
        MoveTo(_start > 0 ? _buffer : GC.AllocateUninitializedArray<byte>((int)Math.Min(2L * _buffer.Length, Array.MaxLength)));

    private void MoveTo(byte[] target)
    {
        _buffer.AsSpan(_start, Available).CopyTo(target);
        _end = Available;
        _start = 0;
        _buffer = target;
    }

    private int Read()
    {
        try
        {
            return stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return 0; // A reset connection and a closed one mean the same: the peer is gone.
        }
    }
}
