using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K012;

class Ledger
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private readonly List<decimal> _rows = [];
    [GuardedBy(nameof(_gate))] private decimal _sum;

    public void Book(decimal amount)
    {
        lock (_gate)
        {
            Append(amount);
        }
    }

    public void BookAll(IEnumerable<decimal> amounts)
    {
        lock (_gate)
        {
            foreach (decimal amount in amounts)
            {
                Append(amount);
            }
        }
    }

    private void Append(decimal amount)
    {
        _rows.Add(amount);
        _sum += amount;
    }
}
