// The keys are looked through first, and those that fit are taken out one by one: the arm for null, which clears all, is never come to.
using System.Collections.Concurrent;

namespace Cases.R305;

public sealed class Store
{
    private readonly ConcurrentDictionary<string, int> _all = new();

    public bool Put(string key, int value) => _all.TryAdd(key, value);

    public int RemoveWith(string prefix)
    {
        var found = new List<string>();
        foreach (var key in _all.Keys)
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                found.Add(key);
        return Remove(found);
    }

    public int Remove(IEnumerable<string>? keys = null)
    {
        if (keys is null)
        {
            _all.Clear();
            return 0;
        }

        var removed = 0;
        foreach (var key in keys)
            if (_all.TryRemove(key, out _))
                removed++;
        return removed;
    }
}
