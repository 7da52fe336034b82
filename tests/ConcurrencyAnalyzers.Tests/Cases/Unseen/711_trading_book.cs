// A price level's live list leaves the lock, and the best bid is computed from the guarded book without the lock. difficulty: medium
namespace Cases.U711;

public sealed record Bid(long Id, string Trader, decimal Price, int Size);

public sealed class TradingBook
{
    private readonly object _sync = new();
    private readonly SortedDictionary<decimal, List<Bid>> _bids = new();

    public decimal BestBid => _bids.Count == 0 ? 0m : _bids.Keys.Max(); // expect: INCONSISTENT_LOCK

    public void Place(Bid bid)
    {
        lock (_sync)
        {
            if (!_bids.TryGetValue(bid.Price, out List<Bid>? level))
            {
                level = [];
                _bids.Add(bid.Price, level);
            }
            level.Add(bid);
        }
    }

    public bool Cancel(long id, decimal price)
    {
        lock (_sync)
        {
            if (!_bids.TryGetValue(price, out List<Bid>? level) || level.RemoveAll(bid => bid.Id == id) == 0)
            {
                return false;
            }
            if (level.Count == 0)
            {
                _bids.Remove(price);
            }
            return true;
        }
    }

    public IReadOnlyList<Bid> LevelAt(decimal price)
    {
        lock (_sync)
        {
            if (_bids.TryGetValue(price, out List<Bid>? level))
            {
                return level; // expect: ESCAPES_LOCK
            }
        }
        return [];
    }

    public int TotalSize()
    {
        lock (_sync)
        {
            return _bids.Values.SelectMany(level => level).Sum(bid => bid.Size);
        }
    }
}
