// Only one thread at a time holds the upgradeable read lock, and it keeps it while it writes: the check still holds. difficulty: medium
namespace Cases.U410;

public sealed class TaxTable : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, decimal> _rates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, decimal> _lookUp;

    public TaxTable(Func<string, decimal> lookUp) => _lookUp = lookUp;

    public decimal RateFor(string country)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_rates.TryGetValue(country, out decimal known))
            {
                return known;
            }

            decimal rate = _lookUp(country);
            _rw.EnterWriteLock();
            try
            {
                _rates.Add(country, rate);
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

    public void Dispose() => _rw.Dispose();
}
