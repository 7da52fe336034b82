// The flag is set before the table is filled: a second thread sees it and reads an empty or half-built table. difficulty: medium
namespace Cases.U541;

public sealed class TaxTable(Func<IEnumerable<(string Country, decimal Rate)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, decimal> _rates = [];
    private volatile bool _loaded;

    public decimal RateOf(string country)
    {
        EnsureLoaded();
        return _rates.GetValueOrDefault(country, 0.2m); // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded) // expect: LAZY_INIT?
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            foreach (var (country, rate) in load())
            {
                _rates[country] = rate; // expect: LAZY_INIT#1, RACE?, INCONSISTENT_LOCK?
            }
        }
    }
}
