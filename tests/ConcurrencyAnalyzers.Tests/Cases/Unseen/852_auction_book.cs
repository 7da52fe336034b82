// Snapshot copies the outer dictionary only; the bid lists inside stay live and Bid keeps appending to them. difficulty: hard
namespace Cases.U852;

public readonly record struct Bid(string Bidder, decimal Amount);

public sealed class AuctionBook
{
    private readonly object _gate = new();
    private readonly Dictionary<int, List<Bid>> _bids = [];

    public bool Bid(int lot, string bidder, decimal amount)
    {
        lock (_gate)
        {
            if (!_bids.TryGetValue(lot, out var bids))
            {
                _bids[lot] = bids = [];
            }
            if (bids.Count > 0 && bids[^1].Amount >= amount)
            {
                return false;
            }
            bids.Add(new Bid(bidder, amount));
            return true;
        }
    }

    public Dictionary<int, List<Bid>> Snapshot()
    {
        lock (_gate)
        {
            return new Dictionary<int, List<Bid>>(_bids); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class AuctionReporter(AuctionBook book, TextWriter output)
{
    public void Print()
    {
        foreach (var (lot, bids) in book.Snapshot())
        {
            output.WriteLine($"lot {lot}: {bids.Count} bids, best {bids.Max(b => b.Amount)}"); // expect: ESCAPES_LOCK?, RACE?
        }
    }
}
