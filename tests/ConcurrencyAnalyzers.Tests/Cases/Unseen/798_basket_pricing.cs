// total is read before the await and written after it: lines priced at the same time overwrite each other's sum. difficulty: medium
namespace Cases.U798;

public sealed record BasketLine(string Sku, int Quantity);

public interface IPriceService
{
    Task<decimal> PriceOfAsync(string sku);
}

public sealed class BasketPricing(IPriceService prices)
{
    public async Task<decimal> PriceAsync(IReadOnlyList<BasketLine> lines)
    {
        decimal total = 0;
        await Task.WhenAll(lines.Select(line => Task.Run(() => AddAsync(line))));
        return total;

        async Task AddAsync(BasketLine line)
        {
            total += line.Quantity * await prices.PriceOfAsync(line.Sku); // expect: RACE, NON_ATOMIC?
        }
    }
}
