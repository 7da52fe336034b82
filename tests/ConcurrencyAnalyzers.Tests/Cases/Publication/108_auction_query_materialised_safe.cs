// The query is walked inside the lock; a single result is a number.
namespace Cases.P108;

public sealed class Auction
{
    private readonly object _gate = new();
    private readonly List<int> _bids = [];

    public void Bid(int amount)
    {
        lock (_gate)
        {
            _bids.Add(amount);
        }
    }

    public IEnumerable<int> Above(int limit)
    {
        lock (_gate)
        {
            return _bids.Where(bid => bid > limit).OrderDescending().ToList();
        }
    }

    public int Highest()
    {
        lock (_gate)
        {
            return _bids.DefaultIfEmpty().Max();
        }
    }
}
