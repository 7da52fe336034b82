// The Lazy is built with isThreadSafe: false but its Value is taken by the workers of Parallel.ForEach, which may run the factory twice or get an exception. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U844;

public sealed class GeoResolver
{
    private readonly Lazy<SortedList<uint, string>> _ranges; // expect: LAZY_INIT?, SYNC_PRIMITIVE?

    public GeoResolver(string databasePath)
    {
        _ranges = new Lazy<SortedList<uint, string>>(() => Load(databasePath), isThreadSafe: false); // expect: LAZY_INIT#1, SYNC_PRIMITIVE?
    }

    public IReadOnlyDictionary<uint, string> Resolve(IEnumerable<uint> addresses)
    {
        var found = new ConcurrentDictionary<uint, string>();
        Parallel.ForEach(addresses, address =>
        {
            if (_ranges.Value.TryGetValue(address & 0xFFFFFF00u, out var country)) // expect: LAZY_INIT#1, RACE?, SYNC_PRIMITIVE?
            {
                found.TryAdd(address, country);
            }
        });
        return found;
    }

    private static SortedList<uint, string> Load(string path)
    {
        var ranges = new SortedList<uint, string>();
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split(',', 2);
            ranges[uint.Parse(parts[0])] = parts[1];
        }
        return ranges;
    }
}
