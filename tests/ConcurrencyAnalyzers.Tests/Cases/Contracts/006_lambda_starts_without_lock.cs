using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K006;

// After Error Prone's GuardedBy: a lambda that runs later holds no lock, whatever is held where it is written.
class Printer
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _pages;
    private Action? _later;

    public Task PrintAsync()
    {
        lock (_gate)
        {
            _pages++;
            return Task.Run(() =>
            {
                _pages--; // expect: INCONSISTENT_LOCK
            });
        }
    }

    public int Sum(List<int> jobs)
    {
        lock (_gate)
        {
            jobs.ForEach(job => _pages += job);
            return _pages;
        }
    }
}
