// Loads the freight tariffs when the first shipment is priced.
namespace Cases.U1564;

public sealed record Tariff(decimal PerKilo, decimal Minimum);

public sealed class TariffStore(Func<IEnumerable<(string Zone, Tariff Tariff)>> load)
{
    private readonly object _sync = new();
    private Dictionary<string, Tariff> _byZone = [];
    private volatile bool _loaded;

    public Tariff Find(string zone)
    {
        EnsureLoaded();
        return _byZone.TryGetValue(zone, out var tariff) // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
            ? tariff
            : throw new KeyNotFoundException(zone);
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_sync)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            _byZone = ReadAll(); // expect: LAZY_INIT#1, RACE?
        }
    }

    private Dictionary<string, Tariff> ReadAll()
    {
        var table = new Dictionary<string, Tariff>(StringComparer.OrdinalIgnoreCase);
        foreach (var (zone, tariff) in load())
        {
            table[zone] = tariff;
        }
        return table;
    }
}

public static class FreightDesk
{
    public static decimal[] Price(TariffStore store, (string Zone, decimal Kilos)[] shipments)
    {
        var prices = new decimal[shipments.Length];
        Parallel.For(0, shipments.Length, i =>
        {
            var tariff = store.Find(shipments[i].Zone);
            prices[i] = Math.Max(tariff.Minimum, tariff.PerKilo * shipments[i].Kilos);
        });
        return prices;
    }
}
