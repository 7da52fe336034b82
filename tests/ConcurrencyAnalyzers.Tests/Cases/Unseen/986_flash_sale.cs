// Only the one thread whose CompareExchange wins writes the plain fields; they are read after the loop has ended. difficulty: hard
namespace Cases.U986;

public sealed class FlashSale
{
    private int _sold;
    private string? _buyer;
    private decimal _price;

    public string? Run(IReadOnlyList<(string Buyer, decimal Offer)> offers, decimal minimum)
    {
        Parallel.ForEach(offers, offer =>
        {
            if (offer.Offer >= minimum)
            {
                TryBuy(offer.Buyer, offer.Offer);
            }
        });
        return _buyer == null ? null : $"{_buyer} paid {_price}";
    }

    private bool TryBuy(string buyer, decimal price)
    {
        if (Interlocked.CompareExchange(ref _sold, 1, 0) != 0)
        {
            return false;
        }
        _buyer = buyer;
        _price = price;
        return true;
    }
}
