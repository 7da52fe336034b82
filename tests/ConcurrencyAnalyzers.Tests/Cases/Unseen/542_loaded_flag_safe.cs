// The volatile flag is set after the table is complete; whoever sees it true sees the whole table. difficulty: hard
namespace Cases.U542;

public sealed class TaxTable(Func<IEnumerable<(string Country, decimal Rate)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, decimal> _rates = [];
    private volatile bool _loaded;

    public decimal RateOf(string country)
    {
        EnsureLoaded();
        return _rates.GetValueOrDefault(country, 0.2m);
    }

    private void EnsureLoaded()
    {
        if (_loaded)
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            foreach (var (country, rate) in load())
            {
                _rates[country] = rate;
            }
            _loaded = true;
        }
    }
}
