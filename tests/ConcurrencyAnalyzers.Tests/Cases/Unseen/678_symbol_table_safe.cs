// The miss path holds the upgradeable lock while it looks and the write lock while it adds; the other reads share the read lock. difficulty: medium
namespace Cases.U678;

public sealed class SymbolTable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private int _lookups;

    public int Lookups => Volatile.Read(ref _lookups);

    public int Count
    {
        get
        {
            _lock.EnterReadLock();
            try
            {
                return _names.Count;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
    }

    public bool TryFind(string name, out int id)
    {
        _lock.EnterReadLock();
        try
        {
            Interlocked.Increment(ref _lookups);
            return _ids.TryGetValue(name, out id);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public int Intern(string name)
    {
        if (TryFind(name, out int known))
        {
            return known;
        }

        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_ids.TryGetValue(name, out int id))
            {
                return id;
            }
            _lock.EnterWriteLock();
            try
            {
                id = _names.Count;
                _names.Add(name);
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

public static class SymbolLoader
{
    public static int Load(IEnumerable<string> names)
    {
        var table = new SymbolTable();
        Parallel.ForEach(names, name => table.Intern(name));
        return table.Count;
    }
}
