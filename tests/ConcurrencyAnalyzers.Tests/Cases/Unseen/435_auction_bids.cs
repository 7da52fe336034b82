// Where is lazy: the query runs over the guarded list when the caller enumerates it, long after the lock was released. difficulty: medium
namespace Cases.U435;

public sealed record Bid(int Lot, string Bidder, decimal Amount);

public sealed class AuctionHouse
{
    private readonly object _gate = new();
    private readonly List<Bid> _bids = [];

    public void Place(Bid bid)
    {
        lock (_gate)
        {
            _bids.Add(bid);
        }
    }

    public IEnumerable<Bid> BidsFor(int lot)
    {
        lock (_gate)
        {
            return _bids.Where(bid => bid.Lot == lot).OrderByDescending(bid => bid.Amount); // expect: ESCAPES_LOCK
        }
    }

    public decimal Highest(int lot) => BidsFor(lot).Select(bid => bid.Amount).FirstOrDefault(); // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
}
