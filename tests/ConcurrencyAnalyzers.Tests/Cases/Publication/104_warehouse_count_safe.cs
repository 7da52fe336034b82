// Numbers and immutable items may leave.
namespace Cases.P104;

public sealed class Warehouse
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, string> _items = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    public string? Find(string item)
    {
        lock (_gate)
        {
            return _items.TryGetValue(item, out var shelf) ? shelf : null;
        }
    }

    public void Store(string item, string shelf)
    {
        lock (_gate)
        {
            _items[item] = shelf;
        }
    }

    public string First()
    {
        lock (_gate)
        {
            return _items.First().Value;
        }
    }
}
