// The nearest wrong one: what was asked for outside is added without a lock, and each goes on with a meter of its own.
using System.Collections.Concurrent;

namespace Cases.R294;

public sealed class Meter
{
    private int _count;

    public void Count() => Interlocked.Increment(ref _count);
}

public sealed class Meters
{
    private readonly ConcurrentDictionary<string, Meter> _meters = new();

    public Meter Find(string given)
    {
        if (!_meters.TryGetValue(given, out var meter))
        {
            meter = new Meter();
            _meters.TryAdd(given, meter); // expect: CHECK_THEN_ACT
        }

        return meter;
    }
}
