// A copy of the outer dictionary holds the same inner lists, which are filled on under the lock.
namespace Cases.S237;

public sealed class Bids
{
    private readonly object _gate = new();
    private readonly Dictionary<int, List<decimal>> _bids = [];

    public void Add(int lot, decimal amount)
    {
        lock (_gate)
        {
            if (!_bids.TryGetValue(lot, out var bids))
            {
                _bids[lot] = bids = [];
            }
            bids.Add(amount);
        }
    }

    public Dictionary<int, List<decimal>> Snapshot()
    {
        lock (_gate)
        {
            return new Dictionary<int, List<decimal>>(_bids); // expect: ESCAPES_LOCK
        }
    }

    public System.Collections.ObjectModel.ReadOnlyDictionary<int, List<decimal>> View()
    {
        lock (_gate)
        {
            return new System.Collections.ObjectModel.ReadOnlyDictionary<int, List<decimal>>(_bids); // expect: ESCAPES_LOCK
        }
    }

    public List<List<decimal>> All()
    {
        lock (_gate)
        {
            return _bids.Values.ToList(); // expect: ESCAPES_LOCK
        }
    }
}
