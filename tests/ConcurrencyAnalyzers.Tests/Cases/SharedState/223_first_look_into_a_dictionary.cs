// The first look into a dictionary takes no lock.
namespace Cases.S223;

public sealed class Cache
{
    private readonly Dictionary<string, byte[]> _items = [];
    private readonly object _gate = new();
    public byte[] Get(string key, Func<string, byte[]> load)
    {
        if (_items.TryGetValue(key, out var v)) return v; // expect: INCONSISTENT_LOCK, RACE?
        lock (_gate)
        {
            if (!_items.TryGetValue(key, out v))
            {
                v = load(key);
                _items.Add(key, v);
            }
            return v;
        }
    }
}
