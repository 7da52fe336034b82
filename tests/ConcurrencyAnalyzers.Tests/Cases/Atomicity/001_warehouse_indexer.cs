// The entry is read and written back in two calls: what another caller takes in between is given out twice.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S001;

public sealed class Warehouse
{
    private readonly ConcurrentDictionary<string, int> _stock = new();

    public void Take(string sku, int amount)
    {
        _stock[sku] = _stock[sku] - amount; // expect: CHECK_THEN_ACT
    }

    public void Count(string sku)
    {
        _stock[sku]++; // expect: CHECK_THEN_ACT
    }
}
