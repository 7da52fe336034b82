// Tracks the temperatures of a cold store and answers the health checks of the monitoring system. difficulty: medium
// Blind: a single word that is read without the lock is at worst of a moment ago.
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1516;

public interface IHealthProbe
{
    (bool Healthy, string Detail) Check();
}

public sealed class ColdStore(double limit) : IHealthProbe
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, double> _celsius = [];
    private int _violations;

    public void Report(string room, double celsius)
    {
        lock (_gate)
        {
            _celsius[room] = celsius;
            if (celsius > limit)
            {
                _violations++;
            }
        }
    }

    public bool Close(string room)
    {
        lock (_gate)
        {
            return _celsius.Remove(room);
        }
    }

    public int TakeViolations()
    {
        lock (_gate)
        {
            int taken = _violations;
            _violations = 0;
            return taken;
        }
    }

    (bool Healthy, string Detail) IHealthProbe.Check()
    {
        double warmest = double.NegativeInfinity;
        foreach (double celsius in _celsius.Values) // expect: INCONSISTENT_LOCK#1, RACE?
        {
            warmest = Math.Max(warmest, celsius);
        }
        return (warmest <= limit, $"warmest {warmest:F1}, {_violations} violations"); // blind: INCONSISTENT_LOCK
    }
}
