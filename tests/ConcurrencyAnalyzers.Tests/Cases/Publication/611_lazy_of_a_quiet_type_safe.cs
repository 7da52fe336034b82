// A Lazy that takes a lock, and one without, for one thread.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LazyOfAQuietTypeSafe;

public sealed class Streets
{
    private readonly Lazy<Dictionary<string, string>> _names;
    private readonly Lazy<List<string>> _sorted;

    public Streets(Func<Dictionary<string, string>> load)
    {
        _names = new Lazy<Dictionary<string, string>>(load, true);
        _sorted = new Lazy<List<string>>(() => _names.Value.Values.Order().ToList(), false);
    }

    public string NameOf(string code) => _names.Value.TryGetValue(code, out var name) ? name : "?";

    public IReadOnlyList<string> All => _sorted.Value;
}

public sealed class ParcelSorter(Streets streets)
{
    public List<string> Sort(IEnumerable<string> parcels) => parcels.AsParallel().Select(streets.NameOf).Concat(streets.All).ToList();
}
