// Expiring cache: look-ups under the read lock, changes and the timer's sweep under the write lock. difficulty: medium
namespace Cases.U710;

public sealed class ExpiringCache<TKey, TValue> : IDisposable
    where TKey : notnull
{
    private readonly record struct Entry(TValue Value, DateTime ExpiresAt);

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<TKey, Entry> _entries = new();
    private readonly TimeSpan _lifetime;
    private readonly Timer _sweeper;

    public ExpiringCache(TimeSpan lifetime)
    {
        _lifetime = lifetime;
        _sweeper = new Timer(_ => Sweep(DateTime.UtcNow), null, lifetime, lifetime);
    }

    public bool TryGet(TKey key, out TValue? value)
    {
        _lock.EnterReadLock();
        try
        {
            bool alive = _entries.TryGetValue(key, out Entry entry) && entry.ExpiresAt > DateTime.UtcNow;
            value = alive ? entry.Value : default;
            return alive;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Set(TKey key, TValue value)
    {
        _lock.EnterWriteLock();
        try
        {
            _entries[key] = new Entry(value, DateTime.UtcNow + _lifetime);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Dispose() => _sweeper.Dispose();

    private void Sweep(DateTime now)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (TKey key in ExpiredKeys(now))
            {
                _entries.Remove(key);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private List<TKey> ExpiredKeys(DateTime now) =>
        _entries.Where(pair => pair.Value.ExpiresAt <= now).Select(pair => pair.Key).ToList();
}
