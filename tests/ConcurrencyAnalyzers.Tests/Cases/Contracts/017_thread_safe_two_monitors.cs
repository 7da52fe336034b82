using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K017;

// CodeQL's test: no single monitor covers all public accesses.
[ThreadSafe]
class Mixer
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly List<int> _samples = [];

    public void PushLeft(int sample)
    {
        lock (_left)
        {
            _samples.Add(sample); // expect: CONTRACT#1
        }
    }

    public void PushRight(int sample)
    {
        lock (_right)
        {
            _samples.Add(sample); // expect: CONTRACT#1
        }
    }
}
