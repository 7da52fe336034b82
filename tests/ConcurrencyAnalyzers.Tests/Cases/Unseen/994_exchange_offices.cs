// The upgradeable lock admits one thread at a time, and the write lock inside it waits until the plain readers have left. difficulty: hard
namespace Cases.U994;

public sealed class ExchangeOffices(IReadOnlyDictionary<string, decimal> dollarRates)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, decimal> _rates = [];

    public decimal RateOf(string currency)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_rates.TryGetValue(currency, out var known))
            {
                return known;
            }
            var rate = Math.Round(1 / dollarRates[currency], 4);
            _rw.EnterWriteLock();
            try
            {
                _rates.Add(currency, rate);
            }
            finally
            {
                _rw.ExitWriteLock();
            }
            return rate;
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public string[] KnownCurrencies()
    {
        _rw.EnterReadLock();
        try
        {
            return [.. _rates.Keys];
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
