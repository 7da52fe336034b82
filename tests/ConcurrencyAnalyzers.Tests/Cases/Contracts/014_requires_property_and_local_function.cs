using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K014;

class Kiosk
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private readonly Stack<int> _coins = new();

    [RequiresLock(nameof(_gate))]
    private int Top => _coins.Peek();

    public int Pay()
    {
        lock (_gate)
        {
            return Top;
        }
    }

    public int Look()
    {
        return Top; // expect: INCONSISTENT_LOCK
    }

    public void Refill(int count)
    {
        lock (_gate)
        {
            Put(count);
        }

        Put(1); // expect: INCONSISTENT_LOCK

        [RequiresLock(nameof(_gate))]
        void Put(int value)
        {
            _coins.Push(value);
        }
    }
}
