// Who finds that another has come between gives up, and with it what was larger, or what was to be added.
using System.Collections.Immutable;

namespace Cases.A512;

public sealed class Altimeter
{
    private int _highest;
    private long _lowest = long.MaxValue;
    private ImmutableList<int> _peaks = ImmutableList<int>.Empty;

    public void Sample(int height)
    {
        int highest = _highest;
        if (height > highest)
            Interlocked.CompareExchange(ref _highest, height, highest); // expect: NON_ATOMIC
    }

    public void Sink(long depth)
    {
        var lowest = Interlocked.Read(ref _lowest);
        if (depth < lowest)
        {
            Interlocked.CompareExchange(ref _lowest, depth, lowest); // expect: NON_ATOMIC
        }
    }

    public void Peak(int height)
    {
        var before = _peaks;
        Interlocked.CompareExchange(ref _peaks, before.Add(height), before); // expect: NON_ATOMIC
    }
}
