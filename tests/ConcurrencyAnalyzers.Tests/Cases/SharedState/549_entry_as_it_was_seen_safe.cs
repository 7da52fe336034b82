// An entry is removed as it was seen, by its key and value, or because of its key, which stays what it is.
using System.Collections.Concurrent;

namespace EntryAsItWasSeenSafe;

public sealed class Bearing(double degrees)
{
    public double Degrees => degrees;

    public long TakenAt { get; } = Environment.TickCount64;
}

public sealed class BeaconBearings
{
    private readonly ConcurrentDictionary<int, Bearing> _bearings = new();

    public void Note(int beacon, double degrees) => _bearings[beacon] = new Bearing(degrees);

    public void Forget(long before)
    {
        foreach (var entry in _bearings)
        {
            if (entry.Value.TakenAt < before)
            {
                _bearings.TryRemove(entry);
            }
        }
    }

    public void ForgetAbove(int last)
    {
        foreach (var (beacon, _) in _bearings)
        {
            if (beacon > last)
            {
                _bearings.TryRemove(beacon, out _);
            }
        }
    }

    public void ForgetBelow(int first)
    {
        foreach (var entry in _bearings)
        {
            if (entry.Key < first)
            {
                _bearings.TryRemove(entry.Key, out _);
            }
        }
    }
}
