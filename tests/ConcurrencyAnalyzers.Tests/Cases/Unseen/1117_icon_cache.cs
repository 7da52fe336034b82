namespace Cases.L1117;

public sealed class IconCache : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Png)>> _index = new();
    private readonly LinkedList<(string Key, byte[] Png)> _recent = new();
    private readonly int _capacity;
    private long _hits;

    public IconCache(int capacity) => _capacity = capacity;

    public byte[]? Get(string key)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_index.TryGetValue(key, out var node))
            {
                return null;
            }
            _recent.Remove(node); // expect: RACE#1, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
            _recent.AddFirst(node); // expect: RACE#1, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
            _hits++; // expect: RACE, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
            return node.Value.Png;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Put(string key, byte[] png)
    {
        _rw.EnterWriteLock();
        try
        {
            if (_index.Remove(key, out var old))
            {
                _recent.Remove(old);
            }
            _index[key] = _recent.AddFirst((key, png));
            if (_index.Count > _capacity && _recent.Last is { } last)
            {
                _recent.RemoveLast();
                _index.Remove(last.Value.Key);
            }
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public (int Count, long Hits) Stats()
    {
        _rw.EnterWriteLock();
        try
        {
            return (_index.Count, _hits);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Dispose() => _rw.Dispose();
}
