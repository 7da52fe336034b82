// AddOrUpdate retries until the entry that it changed is the one that it read.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S002;

public sealed class Warehouse
{
    private readonly ConcurrentDictionary<string, int> _stock = new();

    public void Take(string sku, int amount)
    {
        _stock.AddOrUpdate(sku, -amount, (_, left) => left - amount);
    }

    public int Left(string sku) => _stock.TryGetValue(sku, out var left) ? left : 0;
}
