// Parallel.ForEachAsync runs several bodies at once, and all of them write to one plain Dictionary. difficulty: easy
namespace Cases.U557;

public sealed class PriceRefresh(Func<string, CancellationToken, Task<decimal>> quote)
{
    public async Task<Dictionary<string, decimal>> RunAsync(IEnumerable<string> skus, CancellationToken token)
    {
        var prices = new Dictionary<string, decimal>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = token };
        await Parallel.ForEachAsync(skus, options, async (sku, cancel) =>
        {
            decimal price = await quote(sku, cancel);
            prices[sku] = Math.Round(price, 2); // expect: RACE
        });
        return prices;
    }
}
