// The counter is written while only the read lock is held, which any number of threads may hold at once. difficulty: medium
namespace Cases.U966;

public sealed class LinkHits
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, Uri> _targets = [];
    private readonly Dictionary<string, int> _hits = [];

    public void Publish(string slug, Uri target)
    {
        _rw.EnterWriteLock();
        try
        {
            _targets[slug] = target;
            _hits[slug] = 0;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public Uri? Follow(string slug)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_targets.TryGetValue(slug, out var target))
            {
                return null;
            }
            _hits[slug]++; // expect: INCONSISTENT_LOCK#1, RACE?, SYNC_PRIMITIVE?
            return target;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public int HitsOf(string slug)
    {
        _rw.EnterReadLock();
        try
        {
            return _hits.GetValueOrDefault(slug); // expect: INCONSISTENT_LOCK?, RACE?
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
