// Read, derive, CompareExchange, retry: the immutable table and the peak are updated by real compare-and-swap loops. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U632;

public sealed record Route(string Path, string Handler);

public sealed class RouteTable
{
    private ImmutableDictionary<string, Route> _routes = ImmutableDictionary<string, Route>.Empty;
    private int _largest;

    public int Largest => Volatile.Read(ref _largest);

    public Route? Match(string path) => Volatile.Read(ref _routes).GetValueOrDefault(path);

    public bool TryAdd(Route route)
    {
        while (true)
        {
            var current = Volatile.Read(ref _routes);
            if (current.ContainsKey(route.Path))
            {
                return false;
            }
            var extended = current.Add(route.Path, route);
            if (Interlocked.CompareExchange(ref _routes, extended, current) == current)
            {
                RaiseLargest(extended.Count);
                return true;
            }
        }
    }

    public void Replace(Route route)
    {
        ImmutableInterlocked.AddOrUpdate(ref _routes, route.Path, route, (_, _) => route);
        RaiseLargest(Volatile.Read(ref _routes).Count);
    }

    private void RaiseLargest(int count)
    {
        int seen = Volatile.Read(ref _largest);
        while (count > seen)
        {
            int before = Interlocked.CompareExchange(ref _largest, count, seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }
}

public static class RouteDiscovery
{
    public static RouteTable Discover(IEnumerable<(string Path, string Handler)> found)
    {
        var table = new RouteTable();
        Parallel.ForEach(found, entry => table.TryAdd(new Route(entry.Path, entry.Handler)));
        return table;
    }
}
