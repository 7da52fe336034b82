// The upgradeable read lock admits one holder, which takes the write lock inside it before it changes the dictionary. difficulty: hard
namespace Cases.U354;

public sealed class ExchangeRates(Func<string, decimal> fetch) : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new(LockRecursionPolicy.NoRecursion);
    private readonly Dictionary<string, decimal> _rates = [];
    private int _fetched;

    public decimal RateOf(string currency)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_rates.TryGetValue(currency, out decimal rate))
            {
                return rate;
            }
            rate = fetch(currency);
            _rw.EnterWriteLock();
            try
            {
                _rates.Add(currency, rate);
                _fetched++;
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

    public string Describe()
    {
        _rw.EnterReadLock();
        try
        {
            return $"{_fetched} fetched: {string.Join(", ", _rates.Keys)}";
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Dispose() => _rw.Dispose();
}
