// The entry is known under two keys; under the lock one of them is asked for again, and both are added.
using System.Collections.Concurrent;

namespace Cases.R293;

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
            var sorted = string.Concat(given.OrderBy(static letter => letter));
            if (!_meters.TryGetValue(sorted, out meter))
            {
                lock (_meters)
                {
                    if (!_meters.TryGetValue(sorted, out meter))
                    {
                        meter = new Meter();
                        _meters.TryAdd(sorted, meter);
                        _meters.TryAdd(given, meter);
                    }
                }
            }
        }

        return meter;
    }
}
