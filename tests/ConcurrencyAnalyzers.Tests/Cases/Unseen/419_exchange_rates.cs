// The flag says loaded before the table is there: a thread that sees the flag skips the lock and finds the empty table. difficulty: hard
namespace Cases.U419;

public sealed class ExchangeRates(Func<Dictionary<string, decimal>> load)
{
    private readonly Lock _gate = new();
    private volatile bool _loaded;
    private Dictionary<string, decimal> _rates = [];

    public decimal[] Convert(decimal amount, string[] currencies)
    {
        var converted = new decimal[currencies.Length];
        Parallel.For(0, currencies.Length, i => converted[i] = amount * RateOf(currencies[i]));
        return converted;
    }

    private decimal RateOf(string currency)
    {
        if (!_loaded) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                if (!_loaded)
                {
                    _loaded = true; // expect: LAZY_INIT#1
                    _rates = load(); // expect: LAZY_INIT#1, RACE?
                }
            }
        }
        return _rates.GetValueOrDefault(currency, 1m); // expect: LAZY_INIT#1, INCONSISTENT_LOCK?, RACE?
    }
}
