using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K013;

class Ledger
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private readonly List<decimal> _rows = [];

    public void Book(decimal amount)
    {
        lock (_gate)
        {
            Append(amount);
        }
    }

    public void BookLate(decimal amount)
    {
        Append(amount); // expect: INCONSISTENT_LOCK
    }

    [RequiresLock(nameof(_gate))]
    private void Append(decimal amount)
    {
        _rows.Add(amount);
        Trim();
    }

    [RequiresLock(nameof(_gate))]
    private void Trim()
    {
        if (_rows.Count > 100)
        {
            _rows.RemoveAt(0);
        }
    }
}
