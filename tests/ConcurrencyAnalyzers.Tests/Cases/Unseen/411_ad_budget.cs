// Reading the sum and adding to it are each atomic, deciding between them is not: parallel bids spend more than the limit. difficulty: hard
namespace Cases.U411;

public sealed class CampaignBudget(long limitInCents)
{
    private long _spent;

    public long Spent => Interlocked.Read(ref _spent);

    public bool TrySpend(long cents)
    {
        if (Interlocked.Read(ref _spent) + cents > limitInCents)
        {
            return false;
        }
        Interlocked.Add(ref _spent, cents); // expect: CHECK_THEN_ACT, NON_ATOMIC?, RACE?
        return true;
    }
}

public static class Auction
{
    public static long Run(IEnumerable<long> bids, long limitInCents)
    {
        var budget = new CampaignBudget(limitInCents);
        Parallel.ForEach(bids, bid => budget.TrySpend(bid));
        return budget.Spent;
    }
}
