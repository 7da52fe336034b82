using System;
using System.Threading;

namespace Cases.R180;

// The count only ends the scan a little earlier; each entry is taken by who exchanges it, and who adds one scans himself.
class Deferred
{
    private readonly Action?[] _actions = new Action?[16];
    private int _count;

    public void Add(int slot, Action action)
    {
        if (Interlocked.CompareExchange(ref _actions[slot], action, null) is null)
        {
            Interlocked.Increment(ref _count);
        }

        Drain();
    }

    public void Drain()
    {
        for (var i = 0; i < _actions.Length; i++)
        {
            if (Interlocked.Exchange(ref _actions[i], null) is { } action)
            {
                Interlocked.Decrement(ref _count);
                action();
                if (_count == 0)
                {
                    break;
                }
            }
        }
    }
}
