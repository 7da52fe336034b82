using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K003;

// GUARDED_BY and PT_GUARDED_BY: the field itself, and what a field that never changes refers to.
class Shelf
{
    private readonly object _mu = new();
    [GuardedBy("_mu")] private int[] _counts = [];
    [GuardedBy("_mu")] private readonly List<string> _books = [];

    public void Grow()
    {
        lock (_mu)
        {
            _counts = new int[_counts.Length + 1];
            _books.Add("blank");
        }
    }

    public void Shrink()
    {
        _counts = []; // expect: INCONSISTENT_LOCK
        _books.Clear(); // expect: INCONSISTENT_LOCK
    }

    public bool Has(string title) => _books.Contains(title); // expect: INCONSISTENT_LOCK

    public int First()
    {
        return _counts[0]; // expect: INCONSISTENT_LOCK
    }
}
