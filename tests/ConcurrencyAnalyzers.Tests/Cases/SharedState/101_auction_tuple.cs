// A tuple of two values is replaced by several bidders at once.
namespace Cases.S101;

public class Auction
{
    private (string Bidder, int Amount) _best = ("", 0);

    public async Task<string> RunAsync(IReadOnlyDictionary<string, int[]> bids)
    {
        var all = new List<Task>();
        foreach (var (bidder, amounts) in bids)
        {
            all.Add(Task.Run(() =>
            {
                foreach (int amount in amounts)
                {
                    if (amount > _best.Amount) // expect: RACE?, NON_ATOMIC?
                    {
                        _best = (bidder, amount); // expect: RACE
                    }
                }
            }));
        }

        await Task.WhenAll(all);
        return _best.Bidder;
    }
}
