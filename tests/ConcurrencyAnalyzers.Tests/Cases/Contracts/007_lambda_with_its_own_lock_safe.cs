using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K007;

class Printer
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _pages;
    [GuardedBy("_gate")] private readonly List<int> _queue = [];

    public Task PrintAsync()
    {
        return Task.Run(() =>
        {
            lock (_gate)
            {
                _pages--;
            }
        });
    }

    public int Longer()
    {
        lock (_gate)
        {
            return _queue.Count(job => job > _pages);
        }
    }

    public void Drop(int pages)
    {
        lock (_gate)
        {
            Remove();
        }

        void Remove()
        {
            _pages -= pages;
        }
    }
}
