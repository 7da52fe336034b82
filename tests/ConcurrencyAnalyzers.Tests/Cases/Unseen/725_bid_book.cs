// The query is built under the lock but runs when the caller enumerates it, after the lock has been released. difficulty: hard
namespace Cases.U725;

public sealed record Bid(long Id, decimal Price, int Quantity);

public sealed record Execution(long BidId, decimal Price, int Quantity);

public sealed class BidBook
{
    private readonly Lock _gate = new();
    private readonly List<Bid> _bids = [];

    public void Place(Bid bid)
    {
        lock (_gate)
        {
            int at = _bids.FindIndex(other => other.Price < bid.Price);
            _bids.Insert(at < 0 ? _bids.Count : at, bid);
        }
    }

    public bool Cancel(long id)
    {
        lock (_gate)
        {
            return _bids.RemoveAll(bid => bid.Id == id) > 0;
        }
    }

    public decimal? Best()
    {
        lock (_gate)
        {
            return _bids.Count == 0 ? null : _bids[0].Price;
        }
    }

    public IEnumerable<Bid> AtOrAbove(decimal limit)
    {
        lock (_gate)
        {
            return _bids.Where(bid => bid.Price >= limit); // expect: ESCAPES_LOCK
        }
    }

    public int Depth(decimal limit)
    {
        lock (_gate)
        {
            return _bids.Where(bid => bid.Price >= limit).Sum(bid => bid.Quantity);
        }
    }

    public List<Execution> Sell(decimal limit, int quantity)
    {
        lock (_gate)
        {
            var executions = new List<Execution>();
            while (quantity > 0 && _bids.Count > 0 && _bids[0].Price >= limit)
            {
                var execution = TakeBest(quantity);
                executions.Add(execution);
                quantity -= execution.Quantity;
            }
            return executions;
        }
    }

    private Execution TakeBest(int wanted)
    {
        var best = _bids[0];
        int filled = Math.Min(best.Quantity, wanted);
        if (filled == best.Quantity)
        {
            _bids.RemoveAt(0);
        }
        else
        {
            _bids[0] = best with { Quantity = best.Quantity - filled };
        }
        return new Execution(best.Id, best.Price, filled);
    }
}

public sealed class Exchange(IEnumerable<string> symbols)
{
    private readonly Dictionary<string, BidBook> _books =
        symbols.ToDictionary(symbol => symbol, _ => new BidBook(), StringComparer.Ordinal);

    public void Place(string symbol, Bid bid) => _books[symbol].Place(bid);

    public bool Cancel(string symbol, long id) => _books[symbol].Cancel(id);

    public decimal Turnover(string symbol, decimal limit)
    {
        decimal turnover = 0;
        foreach (var bid in _books[symbol].AtOrAbove(limit)) // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
        {
            turnover += bid.Price * bid.Quantity;
        }
        return turnover;
    }
}
