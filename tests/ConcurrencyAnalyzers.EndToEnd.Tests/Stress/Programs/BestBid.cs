// CONC1003: two values in one tuple, compared and replaced in two steps
namespace Stress;

public sealed class BestBid
{
    private (int Bidder, int Amount) _best;

    private void Bid(int bidder, int[] amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount > _best.Amount)
            {
                _best = (Window.OpenWide(bidder), amount);
            }
        }
    }

    private (int Bidder, int Amount) Auction(int[] first, int[] second)
    {
        var one = Task.Run(() => Bid(1, first));
        var two = Task.Run(() => Bid(2, second));
        Task.WaitAll(one, two);
        return _best;
    }

    public static int Run()
    {
        var random = new Random(2);
        return Rounds.Play(() =>
        {
            int[] first = [.. Enumerable.Range(0, 1_000).Select(_ => random.Next())];
            int[] second = [.. Enumerable.Range(0, 1_000).Select(_ => random.Next())];
            var (bidder, amount) = new BestBid().Auction(first, second);
            return first.Max() > second.Max() ? bidder == 1 && amount == first.Max() : bidder == 2 && amount == second.Max();
        });
    }
}
