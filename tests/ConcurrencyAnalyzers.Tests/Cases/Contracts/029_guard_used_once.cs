using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K029;

// No vote is needed: one guarded access and one that is not.
class Switch
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private bool _on;

    public void Flip()
    {
        lock (_gate)
        {
            _on = !_on;
        }
    }

    public bool IsOn => _on; // expect: INCONSISTENT_LOCK
}
