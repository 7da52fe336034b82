// Advertising bids are paid from the daily budget of their campaign.
namespace Cases.U1578;

public sealed record Bid(string Slot, decimal Price);

public sealed class DailyBudget(decimal amount)
{
    private readonly Lock _gate = new();
    private decimal _left = amount;

    public decimal Left
    {
        get
        {
            lock (_gate)
            {
                return _left;
            }
        }
    }

    public void Withdraw(decimal price)
    {
        lock (_gate)
        {
            _left -= price;
        }
    }
}

public sealed class Campaign(string name, DailyBudget budget)
{
    private int _won;

    public string Name => name;

    public int Won => Volatile.Read(ref _won);

    public bool TryPay(Bid bid)
    {
        if (!CanAfford(bid)) // expect: CHECK_THEN_ACT?
        {
            return false;
        }
        budget.Withdraw(bid.Price); // expect: CHECK_THEN_ACT
        Interlocked.Increment(ref _won);
        return true;
    }

    private bool CanAfford(Bid bid) => budget.Left >= bid.Price; // expect: CHECK_THEN_ACT?
}

public sealed class AdExchange(IReadOnlyList<Campaign> campaigns)
{
    public int Auction(IEnumerable<Bid> bids)
    {
        int paid = 0;
        Parallel.ForEach(bids, bid =>
        {
            foreach (var campaign in campaigns)
            {
                if (campaign.TryPay(bid))
                {
                    Interlocked.Increment(ref paid);
                    break;
                }
            }
        });
        return paid;
    }
}
