namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Frames over a blocking, two-way stream.</summary>
internal sealed class StreamChannel(Stream stream) : IMessageChannel
{
    /// <summary>The most that one frame may carry, in bytes.</summary>
    public const int MaxPayload = 1 << 30;

    private const int SmallBuffer = 16 * 1024;
    private const int KeptBuffer = 1024 * 1024;

    private readonly object _sending = new();
    private byte[] _buffer = new byte[SmallBuffer];
    private int _start;
    private int _end;

    private int Available => _end - _start;

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

    public bool TryReceive(out Frame frame)
    {
        frame = default;
        if (_buffer.Length > KeptBuffer && Available <= SmallBuffer)
            MoveTo(new byte[SmallBuffer]);
        if (!Fill(Frame.HeaderSize))
            return false;
        var (length, kind, id) = Frame.ReadHeader(_buffer.AsSpan(_start));
        if (length is < 0 or > MaxPayload)
            throw new InvalidDataException($"A frame announces {length} bytes; at most {MaxPayload} are allowed.");
        if (!Fill(Frame.HeaderSize + length))
            return false;
        frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, length));
        _start += Frame.HeaderSize + length;
        return true;
    }

    public void Dispose() => stream.Dispose();

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
