// The first look goes into a dictionary that is never changed.
namespace Cases.S224;

public sealed class Cache
{
    private volatile Dictionary<string, byte[]> _items = [];
    private readonly object _gate = new();
    public byte[] Get(string key, Func<string, byte[]> load)
    {
        if (_items.TryGetValue(key, out var v)) return v;
        lock (_gate)
        {
            if (_items.TryGetValue(key, out v)) return v;
            v = load(key);
            _items = new Dictionary<string, byte[]>(_items) { [key] = v };
            return v;
        }
    }
}
