// Each access is atomic, the test and the subtraction together are not: two bids pass the test and overdraw the budget. difficulty: medium
namespace Cases.U959;

public sealed class AdBudget(long cents)
{
    private long _remaining = cents;

    public bool TrySpend(long bid)
    {
        if (Interlocked.Read(ref _remaining) < bid) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        {
            return false;
        }
        Interlocked.Add(ref _remaining, -bid); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        return true;
    }

    public static int Auction(long cents, IEnumerable<long> bids)
    {
        int won = 0;
        var budget = new AdBudget(cents);
        Parallel.ForEach(bids, bid =>
        {
            if (budget.TrySpend(bid))
            {
                Interlocked.Increment(ref won);
            }
        });
        return won;
    }
}
