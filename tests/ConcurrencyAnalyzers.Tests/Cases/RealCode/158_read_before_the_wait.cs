using System;
using System.Threading;

namespace Cases.R158;

class Turnstile
{
    private readonly object _gate = new();
    private int _passed;

    public void Pass()
    {
        lock (_gate)
        {
            _passed++;
            Monitor.Pulse(_gate);
        }
    }

    public int Collect(TimeSpan patience)
    {
        lock (_gate)
        {
            var passed = _passed;
            Monitor.Wait(_gate, patience);
            _passed = 0; // expect: CHECK_THEN_ACT
            return passed;
        }
    }
}
