// The bill of a sushi bar is made from the colours of the plates; the price list is read when it is needed first. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1453;

public sealed record SushiTable(int Number, string[] PlateColours);

public sealed class PlatePrices
{
    private readonly object _gate = new();
    private readonly Func<IEnumerable<(string Colour, decimal Price)>> _load;
    private readonly Dictionary<string, decimal> _prices = new();
    private volatile bool _loaded;

    public PlatePrices(Func<IEnumerable<(string Colour, decimal Price)>> load) => _load = load;

    public decimal Of(string colour)
    {
        EnsureLoaded();
        return _prices.TryGetValue(colour, out decimal price) ? price : 0m; // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            foreach (var (colour, price) in _load())
            {
                _prices[colour] = price; // expect: LAZY_INIT?, RACE?
            }
        }
    }
}

public sealed class SushiBar
{
    private readonly PlatePrices _prices;

    public SushiBar(PlatePrices prices) => _prices = prices;

    public IReadOnlyDictionary<int, decimal> Bills(IEnumerable<SushiTable> tables) =>
        tables
            .AsParallel()
            .Select(table => (table.Number, Sum: Bill(table)))
            .ToDictionary(bill => bill.Number, bill => bill.Sum);

    private decimal Bill(SushiTable table) => table.PlateColours.Sum(_prices.Of);
}
