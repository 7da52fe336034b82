namespace Cases.L1087;

public sealed class SegmentFile
{
    private readonly FileStream _stream;
    private int _holders = 1;
    private int _reads;

    public SegmentFile(string path) => _stream = File.OpenRead(path);

    public int Reads => Volatile.Read(ref _reads);

    public bool TryHold()
    {
        if (Volatile.Read(ref _holders) == 0)
        {
            return false;
        }
        Interlocked.Increment(ref _holders); // expect: NON_ATOMIC, CHECK_THEN_ACT?
        return true;
    }

    public void Drop()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _stream.Dispose(); // expect: DISPOSE_RACE?
        }
    }

    public int ReadAt(long offset, Span<byte> target)
    {
        Interlocked.Increment(ref _reads);
        return RandomAccess.Read(_stream.SafeFileHandle, target, offset);
    }
}

public sealed class SegmentReader(SegmentFile segment)
{
    public byte[]? Fetch(long offset, int length)
    {
        if (!segment.TryHold())
        {
            return null;
        }
        try
        {
            var bytes = new byte[length];
            int read = segment.ReadAt(offset, bytes);
            return bytes.AsSpan(0, read).ToArray();
        }
        finally
        {
            segment.Drop();
        }
    }
}
