// Writers copy the array under the lock and publish the copy through a volatile field; a published array never changes. difficulty: medium
namespace Cases.U983;

public sealed record Route(string Prefix, string Backend);

public sealed class RouteTable
{
    private readonly Lock _writeGate = new();
    private volatile Route[] _routes = [];

    public void Add(Route route)
    {
        lock (_writeGate)
        {
            var old = _routes;
            var grown = new Route[old.Length + 1];
            old.CopyTo(grown, 0);
            grown[^1] = route;
            Array.Sort(grown, (a, b) => b.Prefix.Length - a.Prefix.Length);
            _routes = grown;
        }
    }

    public string? BackendFor(string path)
    {
        foreach (var route in _routes)
        {
            if (path.StartsWith(route.Prefix, StringComparison.Ordinal))
            {
                return route.Backend;
            }
        }
        return null;
    }

    public string?[] Resolve(string[] paths) => paths.AsParallel().AsOrdered().Select(BackendFor).ToArray();
}
