// The upgradeable lock is held from the look-up to the entry.
namespace Cases.Atomicity.S030;

public sealed class Ids
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _ids = [];

    public int Of(string name)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_ids.TryGetValue(name, out var known))
                return known;
            _lock.EnterWriteLock();
            try
            {
                var id = _ids.Count;
                _ids.Add(name, id);
                return id;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }
}
