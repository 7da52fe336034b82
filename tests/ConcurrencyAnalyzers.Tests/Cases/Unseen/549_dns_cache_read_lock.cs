// Resolve inserts while it holds only the read lock, which any number of threads may hold at once. difficulty: medium
namespace Cases.U549;

public sealed class DnsCache(Func<string, string> query)
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, string> _addresses = [];

    public string Resolve(string host)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_addresses.TryGetValue(host, out var address)) // expect: INCONSISTENT_LOCK?, RACE?
            {
                address = query(host);
                _addresses[host] = address; // expect: INCONSISTENT_LOCK, RACE?, CHECK_THEN_ACT?
            }
            return address;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Forget(string host)
    {
        _lock.EnterWriteLock();
        try
        {
            _addresses.Remove(host);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
