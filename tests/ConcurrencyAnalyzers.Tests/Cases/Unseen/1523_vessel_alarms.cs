// Watches the pressure of a vessel: the newest value is kept, and those above the limit go to the list of alarms. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1523;

public sealed class VesselPressure(double limit)
{
    private readonly object _gate = new();
    private readonly List<double> _alarms = [];
    private double _last;
    private int _reports;

    public bool Report(double bar)
    {
        Monitor.Enter(_gate);
        try
        {
            _last = bar;
            _reports++;
            if (bar <= limit)
            {
                return false;
            }
        }
        finally
        {
            Monitor.Exit(_gate);
        }

        _alarms.Add(bar); // expect: INCONSISTENT_LOCK#1, RACE?
        if (_alarms.Count > 100) // expect: INCONSISTENT_LOCK#1, RACE?
        {
            _alarms.RemoveAt(0); // expect: INCONSISTENT_LOCK#1, RACE?
        }
        return true;
    }

    public double[] TakeAlarms()
    {
        lock (_gate)
        {
            var taken = _alarms.ToArray();
            _alarms.Clear();
            return taken;
        }
    }

    public string Describe()
    {
        lock (_gate)
        {
            return $"{_last:F2} bar, report {_reports}, {_alarms.Count} alarms";
        }
    }
}
