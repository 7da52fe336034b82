// The herb stall's price list: many customers ask, now and then a price is set or everything is discounted. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1349;

public sealed class HerbPrices
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, decimal> _prices = [];

    public decimal? PriceOf(string herb)
    {
        _rw.EnterReadLock();
        try
        {
            return _prices.TryGetValue(herb, out var price) ? price : null; // expect: RACE?
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Set(string herb, decimal price)
    {
        _rw.EnterWriteLock();
        try
        {
            _prices[herb] = price;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Discount(decimal factor)
    {
        _rw.EnterReadLock(); // expect: LOCK_MISUSE?
        try
        {
            foreach (var herb in _prices.Keys.ToList()) // expect: RACE?
            {
                _prices[herb] = _prices[herb] * factor; // expect: INCONSISTENT_LOCK#1
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
