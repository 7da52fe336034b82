namespace Cases.L1118;

public sealed class GlyphCache : IDisposable
{
    private sealed class Entry(byte[] bitmap)
    {
        public readonly byte[] Bitmap = bitmap;
        public long LastUsed;
    }

    private readonly ReaderWriterLockSlim _rw = new(LockRecursionPolicy.NoRecursion);
    private readonly Dictionary<(char, int), Entry> _entries = new();
    private readonly int _capacity;
    private long _clock;
    private long _hits;

    public GlyphCache(int capacity) => _capacity = capacity;

    public ReadOnlyMemory<byte>? Get(char c, int size)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_entries.TryGetValue((c, size), out Entry? entry))
            {
                return null;
            }
            Interlocked.Exchange(ref entry.LastUsed, Interlocked.Increment(ref _clock));
            Interlocked.Increment(ref _hits);
            return entry.Bitmap;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Put(char c, int size, byte[] bitmap)
    {
        var entry = new Entry(bitmap);
        _rw.EnterWriteLock();
        try
        {
            if (_entries.Count >= _capacity && !_entries.ContainsKey((c, size)))
            {
                EvictOldest();
            }
            Interlocked.Exchange(ref entry.LastUsed, Interlocked.Increment(ref _clock));
            _entries[(c, size)] = entry;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public long Hits => Interlocked.Read(ref _hits);

    public void Dispose() => _rw.Dispose();

    private void EvictOldest()
    {
        (char, int) oldest = default;
        long age = long.MaxValue;
        foreach (var (key, entry) in _entries)
        {
            long used = Interlocked.Read(ref entry.LastUsed);
            if (used < age)
            {
                (oldest, age) = (key, used);
            }
        }
        _entries.Remove(oldest);
    }
}
