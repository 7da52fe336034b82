// Pickers in a vineyard hand in baskets while the cellar master looks at what has come in. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1449;

public sealed record GrapeBasket(string Row, double Kilos);

public interface IHarvest
{
    IReadOnlyList<GrapeBasket> Baskets { get; }
}

public sealed class VineyardHarvest : IHarvest
{
    private readonly object _gate = new();
    private readonly List<GrapeBasket> _baskets = new();
    private double _kilos;

    public IReadOnlyList<GrapeBasket> Baskets
    {
        get
        {
            lock (_gate)
            {
                return _baskets; // expect: ESCAPES_LOCK
            }
        }
    }

    public double Kilos
    {
        get
        {
            lock (_gate)
            {
                return _kilos;
            }
        }
    }

    public void HandIn(GrapeBasket basket)
    {
        lock (_gate)
        {
            _baskets.Add(basket);
            _kilos += basket.Kilos;
        }
    }
}

public sealed class CellarMaster
{
    public async Task<double> WatchAsync(IEnumerable<IAsyncEnumerable<GrapeBasket>> pickers)
    {
        var harvest = new VineyardHarvest();
        var picking = Task.WhenAll(pickers.Select(picker => Task.Run(() => CollectAsync(picker, harvest))));
        while (!picking.IsCompleted)
        {
            Console.WriteLine(Describe(harvest));
            await Task.WhenAny(picking, Task.Delay(1000));
        }
        await picking;
        return harvest.Kilos;
    }

    private static async Task CollectAsync(IAsyncEnumerable<GrapeBasket> picker, VineyardHarvest harvest)
    {
        await foreach (var basket in picker)
        {
            harvest.HandIn(basket);
        }
    }

    private static string Describe(IHarvest harvest) =>
        string.Join(", ", harvest.Baskets.Select(basket => basket.Row).Distinct()); // expect: ESCAPES_LOCK?, RACE?
}
