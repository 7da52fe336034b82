// The upgradeable lock admits one upgrader at a time, which enters the write lock for the insertion. difficulty: medium
namespace Cases.U550;

public sealed class DnsCache(Func<string, string> query)
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, string> _addresses = [];

    public string Resolve(string host)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (!_addresses.TryGetValue(host, out var address))
            {
                address = query(host);
                _lock.EnterWriteLock();
                try
                {
                    _addresses[host] = address;
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }
            return address;
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }

    public int Count
    {
        get
        {
            _lock.EnterReadLock();
            try { return _addresses.Count; }
            finally { _lock.ExitReadLock(); }
        }
    }
}
