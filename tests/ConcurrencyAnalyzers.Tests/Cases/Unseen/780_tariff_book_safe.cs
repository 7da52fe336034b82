// Double-checked locking done right: the table is complete before Volatile.Write publishes it, and readers keep one reference. difficulty: medium
namespace Cases.U780;

public sealed class TariffBook(Func<IEnumerable<(string Zone, decimal Rate)>> load)
{
    private readonly Lock _gate = new();
    private Dictionary<string, decimal>? _rates;

    public decimal[] QuoteAll(IReadOnlyList<string> zones)
    {
        var quotes = new decimal[zones.Count];
        Parallel.For(0, zones.Count, i => quotes[i] = RateOf(zones[i]));
        return quotes;
    }

    public decimal RateOf(string zone)
    {
        Dictionary<string, decimal> rates = Volatile.Read(ref _rates) ?? Build();
        return rates.GetValueOrDefault(zone);
    }

    public void Invalidate()
    {
        lock (_gate)
        {
            Volatile.Write(ref _rates, null);
        }
    }

    private Dictionary<string, decimal> Build()
    {
        lock (_gate)
        {
            if (_rates is { } existing)
            {
                return existing;
            }
            var fresh = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach ((string zone, decimal rate) in load())
            {
                fresh[zone] = rate;
            }
            Volatile.Write(ref _rates, fresh);
            return fresh;
        }
    }
}
