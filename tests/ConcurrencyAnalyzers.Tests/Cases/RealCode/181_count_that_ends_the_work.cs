using System;
using System.Threading;

namespace Cases.R181;

// Who finds that nothing is left reports the end: two that count down at once both find it.
class Deferred
{
    private readonly Action?[] _actions = new Action?[16];
    private readonly Action _drained;
    private int _count;

    public Deferred(Action drained) => _drained = drained;

    public void Add(int slot, Action action)
    {
        if (Interlocked.CompareExchange(ref _actions[slot], action, null) is null)
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void Drain()
    {
        for (var i = 0; i < _actions.Length; i++)
        {
            if (Interlocked.Exchange(ref _actions[i], null) is { } action)
            {
                Interlocked.Decrement(ref _count);
                action();
                if (_count == 0) // expect: CHECK_THEN_ACT
                {
                    _drained();
                    break;
                }
            }
        }
    }
}
