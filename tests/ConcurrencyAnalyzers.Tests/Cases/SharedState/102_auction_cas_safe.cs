// The best bid is an immutable object that is swapped by compare-and-swap.
namespace Cases.S102;

public sealed record Bid(string Bidder, int Amount);

public class Auction
{
    private Bid _best = new("", 0);

    public async Task<string> RunAsync(IReadOnlyDictionary<string, int[]> bids)
    {
        await Task.WhenAll(bids.Select(pair => Task.Run(() =>
        {
            foreach (int amount in pair.Value)
            {
                Offer(new Bid(pair.Key, amount));
            }
        })));
        return _best.Bidder;
    }

    private void Offer(Bid bid)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _best);
            if (bid.Amount <= seen.Amount || Interlocked.CompareExchange(ref _best, bid, seen) == seen)
            {
                return;
            }
        }
    }
}
