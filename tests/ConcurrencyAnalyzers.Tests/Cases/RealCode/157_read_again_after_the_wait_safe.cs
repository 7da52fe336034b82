using System;
using System.Threading;

namespace Cases.R157;

// The first look decides whether to wait; what is returned and reset is read again after the wait.
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
            if (_passed == 0)
            {
                Monitor.Wait(_gate, patience);
            }

            var passed = _passed;
            _passed = 0;
            return passed;
        }
    }
}
