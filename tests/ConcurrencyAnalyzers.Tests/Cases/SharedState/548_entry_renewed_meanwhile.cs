// An entry is found to be old in a walk, and removed by its key: by then a new one can be under it.
using System.Collections.Concurrent;

namespace EntryRenewedMeanwhile;

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
                _bearings.TryRemove(entry.Key, out _); // expect: CHECK_THEN_ACT
            }
        }
    }

    public void ForgetOutside(double from, double to)
    {
        foreach (var (beacon, bearing) in _bearings)
        {
            if (bearing.Degrees < from || bearing.Degrees > to)
            {
                _bearings.TryRemove(beacon, out _); // expect: CHECK_THEN_ACT
            }
        }
    }
}
