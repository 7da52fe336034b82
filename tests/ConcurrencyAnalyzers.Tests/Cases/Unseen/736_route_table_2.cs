// Lookup statistics are updated while only the read lock is held, which many threads hold at once. difficulty: hard
namespace Cases.U736;

public sealed record Route(string Target, int Hops);

public sealed class RouteTable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, Route> _routes = [];
    private readonly Dictionary<string, int> _lookups = [];

    public void Announce(string network, Route route)
    {
        _rw.EnterWriteLock();
        try
        {
            _routes[network] = route;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public Route? Find(string network)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_routes.TryGetValue(network, out var route))
            {
                return null;
            }
            CountLookup(network);
            return route;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public int[] ForwardAll(IReadOnlyList<string> packets)
    {
        var hops = new int[packets.Count];
        Parallel.For(0, packets.Count, i => hops[i] = Find(packets[i])?.Hops ?? -1);
        return hops;
    }

    private void CountLookup(string network)
    {
        _lookups[network] = _lookups.GetValueOrDefault(network) + 1; // expect: RACE, INCONSISTENT_LOCK?
    }
}
