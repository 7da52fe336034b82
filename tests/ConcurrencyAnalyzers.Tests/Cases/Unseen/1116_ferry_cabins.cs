namespace Cases.L1116;

public sealed class CabinDeck
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _free;
    private readonly Dictionary<int, string> _occupied = new();
    private readonly Queue<string> _standby = new();

    public CabinDeck(int cabins) => _free = new SortedSet<int>(Enumerable.Range(100, cabins));

    public int? Board(string passenger)
    {
        lock (_gate)
        {
            int? cabin = FindFree();
            if (cabin is null)
            {
                _standby.Enqueue(passenger);
                return null;
            }
            Assign(cabin.Value, passenger);
            return cabin;
        }
    }

    public string? Leave(int cabin)
    {
        lock (_gate)
        {
            if (!_occupied.Remove(cabin))
            {
                return null;
            }
            _free.Add(cabin);
            if (!_standby.TryDequeue(out string? next))
            {
                return null;
            }
            Assign(cabin, next);
            return next;
        }
    }

    public int? FindFree()
    {
        lock (_gate)
        {
            return _free.Count == 0 ? null : _free.Min;
        }
    }

    public KeyValuePair<int, string>[] Manifest()
    {
        lock (_gate)
        {
            return _occupied.OrderBy(c => c.Key).ToArray();
        }
    }

    private void Assign(int cabin, string passenger)
    {
        _free.Remove(cabin);
        _occupied.Add(cabin, passenger);
    }
}
