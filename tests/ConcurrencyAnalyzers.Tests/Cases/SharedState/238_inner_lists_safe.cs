// The nearest safe twins: copies of the inner lists too, inner lists that are replaced, and a dictionary that is given away as it is.
namespace Cases.S238;

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
            return _bids.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        }
    }

    public List<int> Lots()
    {
        lock (_gate)
        {
            return _bids.Keys.ToList();
        }
    }

    public Dictionary<int, List<decimal>> Drain()
    {
        lock (_gate)
        {
            var all = new Dictionary<int, List<decimal>>(_bids);
            _bids.Clear();
            return all;
        }
    }
}

public sealed class Tags
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string[]> _tags = [];

    public void Add(string page, string tag)
    {
        lock (_gate)
        {
            _tags[page] = _tags.TryGetValue(page, out var tags) ? [.. tags, tag] : [tag];
        }
    }

    public Dictionary<string, string[]> Snapshot()
    {
        lock (_gate)
        {
            return new Dictionary<string, string[]>(_tags);
        }
    }
}
