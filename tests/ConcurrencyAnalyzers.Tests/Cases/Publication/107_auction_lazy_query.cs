// The query runs when the caller walks it, long after the lock is gone.
namespace Cases.P107;

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
            return _bids.Where(bid => bid > limit).OrderDescending(); // expect: ESCAPES_LOCK
        }
    }
}
