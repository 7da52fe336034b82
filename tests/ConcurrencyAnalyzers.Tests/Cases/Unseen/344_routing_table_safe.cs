// Copy on write: writers build a new array under the lock and publish it through a volatile field; a published array never changes. difficulty: medium
namespace Cases.U344;

public sealed record RouteEntry(string Prefix, string Backend);

public sealed class RoutingTable
{
    private readonly Lock _writers = new();
    private volatile RouteEntry[] _entries = [];

    public string? Resolve(string path)
    {
        foreach (var entry in _entries)
        {
            if (path.StartsWith(entry.Prefix, StringComparison.Ordinal))
            {
                return entry.Backend;
            }
        }
        return null;
    }

    public void Add(RouteEntry entry)
    {
        lock (_writers)
        {
            var copy = new RouteEntry[_entries.Length + 1];
            _entries.CopyTo(copy, 0);
            copy[^1] = entry;
            _entries = copy;
        }
    }

    public static int CountResolved(RoutingTable table, string[] backends, string[] paths)
    {
        int resolved = 0;
        Parallel.Invoke(
            () => Parallel.ForEach(backends, name => table.Add(new RouteEntry($"/{name}", name))),
            () => Parallel.ForEach(paths, path =>
            {
                if (table.Resolve(path) != null)
                {
                    Interlocked.Increment(ref resolved);
                }
            }));
        return resolved;
    }
}
