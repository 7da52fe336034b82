// Each body changes only the product object it was given; no two bodies get the same one. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U558;

public sealed class Product(string sku)
{
    public string Sku => sku;
    public decimal Price { get; set; }
    public int Updates { get; set; }
}

public sealed class PriceRefresh(Func<string, CancellationToken, Task<decimal>> quote)
{
    public async Task<string[]> RunAsync(IEnumerable<string> skus, CancellationToken token)
    {
        var products = skus.Distinct().Select(sku => new Product(sku)).ToList();
        var expensive = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(products, token, async (product, cancel) =>
        {
            product.Price = await quote(product.Sku, cancel);
            product.Updates++;
            if (product.Price > 1000m)
            {
                expensive.Add(product.Sku);
            }
        });
        return [.. expensive.Order()];
    }
}
