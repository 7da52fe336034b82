// Balance and Redeem each take the lock, the shop calls one after the other: two tills spend the same balance. difficulty: hard
namespace Cases.U969;

public sealed class GiftCard(decimal amount)
{
    private readonly Lock _gate = new();
    private decimal _balance = amount;

    public decimal Balance
    {
        get
        {
            lock (_gate)
            {
                return _balance;
            }
        }
    }

    public void Redeem(decimal value)
    {
        lock (_gate)
        {
            _balance -= value;
        }
    }
}

public sealed class Shop(GiftCard card)
{
    public bool Pay(decimal price)
    {
        if (card.Balance < price) // expect: CHECK_THEN_ACT?
        {
            return false;
        }
        card.Redeem(price); // expect: CHECK_THEN_ACT
        return true;
    }

    public async Task<int> CheckOutAsync(IEnumerable<decimal> prices)
    {
        var tills = prices.Select(price => Task.Run(() => Pay(price)));
        return (await Task.WhenAll(tills)).Count(paid => paid);
    }
}
