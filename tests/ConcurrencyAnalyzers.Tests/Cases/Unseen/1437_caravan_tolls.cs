// Caravans pass a gate in parallel and pay a toll by weight; the takings are summed by goods while the gate is open. difficulty: medium
using System.Collections.Concurrent;

namespace Cabinet.C1437;

public sealed class TollPurse
{
    private readonly Lock _gate = new();
    private decimal _coins;
    private int _payments;

    public void Put(decimal coins)
    {
        lock (_gate)
        {
            _coins += coins;
            _payments++;
        }
    }

    public decimal Average()
    {
        lock (_gate)
        {
            return _payments == 0 ? 0 : _coins / _payments;
        }
    }
}

public sealed class CaravanGate(decimal perPound)
{
    private readonly ConcurrentDictionary<string, TollPurse> _purses = new();

    public void Open(IEnumerable<(string Goods, int Pounds)> caravans)
    {
        Parallel.ForEach(caravans, caravan =>
        {
            var purse = _purses.GetOrAdd(caravan.Goods, _ => new TollPurse());
            purse.Put(caravan.Pounds * perPound);
        });
    }

    public decimal AverageOf(string goods) => _purses.TryGetValue(goods, out var purse) ? purse.Average() : 0;
}
