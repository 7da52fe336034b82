// The field is added to across an await, but each conversion is awaited before the next one starts: nothing overlaps. difficulty: easy
namespace Cases.U943;

public sealed record Receipt(string Currency, decimal Amount);

public interface IExchange
{
    Task<decimal> RateAsync(string currency);
}

public sealed class TripExpenses(IExchange exchange)
{
    private decimal _total;
    private int _converted;

    public async Task<string> SettleAsync(IEnumerable<Receipt> receipts)
    {
        foreach (var receipt in receipts)
        {
            await AddAsync(receipt);
        }
        return $"{_converted} receipts, {_total:F2} EUR";
    }

    private async Task AddAsync(Receipt receipt)
    {
        var rate = await exchange.RateAsync(receipt.Currency);
        _total += receipt.Amount * rate;
        _converted++;
    }
}
