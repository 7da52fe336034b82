// A hit moves the host to the front of the LRU list under the read lock only, which several threads hold at once. difficulty: hard
namespace Cases.U801;

public sealed class RouteCache(Func<string, string> resolve, int capacity)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, string> _routes = [];
    private readonly LinkedList<string> _recent = new();

    public string[] ResolveAll(string[] hosts)
    {
        var routes = new string[hosts.Length];
        Parallel.For(0, hosts.Length, i => routes[i] = Resolve(hosts[i]));
        return routes;
    }

    public string Resolve(string host)
    {
        _rw.EnterReadLock(); // expect: SYNC_PRIMITIVE?
        try
        {
            if (_routes.TryGetValue(host, out string? known))
            {
                Touch(host); // expect: RACE?, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        string route = resolve(host);
        _rw.EnterWriteLock();
        try
        {
            if (_routes.TryAdd(host, route))
            {
                _recent.AddFirst(host);
                Evict();
            }
        }
        finally
        {
            _rw.ExitWriteLock();
        }
        return route;
    }

    private void Touch(string host)
    {
        _recent.Remove(host); // expect: RACE#1, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
        _recent.AddFirst(host); // expect: RACE#1, INCONSISTENT_LOCK?, SYNC_PRIMITIVE?
    }

    private void Evict()
    {
        while (_recent.Count > capacity)
        {
            _routes.Remove(_recent.Last!.Value);
            _recent.RemoveLast();
        }
    }
}
