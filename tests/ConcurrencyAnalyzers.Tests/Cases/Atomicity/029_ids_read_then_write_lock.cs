// Between the read lock and the write lock another thread can give the same name a number: Add throws.
namespace Cases.Atomicity.S029;

public sealed class Ids
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _ids = [];

    public int Of(string name)
    {
        _lock.EnterReadLock();
        try
        {
            if (_ids.TryGetValue(name, out var known))
                return known;
        }
        finally
        {
            _lock.ExitReadLock();
        }

        _lock.EnterWriteLock();
        try
        {
            var id = _ids.Count;
            _ids.Add(name, id); // expect: CHECK_THEN_ACT
            return id;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
