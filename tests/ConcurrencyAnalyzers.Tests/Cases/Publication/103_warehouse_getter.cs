// The property has no lock and gives a live view of what the lock guards.
namespace Cases.P103;

public sealed class Warehouse
{
    private readonly object _gate = new();
    private readonly HashSet<string> _items = [];

    public IReadOnlyCollection<string> Items => _items; // expect: ESCAPES_LOCK

    public bool Store(string item)
    {
        lock (_gate)
        {
            return _items.Add(item);
        }
    }

    public bool Take(string item)
    {
        lock (_gate)
        {
            return _items.Remove(item);
        }
    }
}
