// A private handler is entered when the object that was handed in raises its event: on that one's thread, without the lock.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace EventOfAGivenSource;

public sealed class TideGauge
{
    public event Action<double>? Turned;

    public void Watch(IEnumerable<double> levels)
    {
        foreach (var level in levels)
            Turned?.Invoke(level);
    }
}

public sealed class FerryTable
{
    private readonly object _gate = new();
    private readonly List<double> _departures = new();

    public FerryTable(TideGauge gauge) => gauge.Turned += OnTurned;

    public int Count
    {
        get
        {
            lock (_gate)
                return _departures.Count;
        }
    }

    public void Plan(double at)
    {
        lock (_gate)
            _departures.Add(at);
    }

    private void OnTurned(double level) => _departures.RemoveAll(at => at < level); // expect: INCONSISTENT_LOCK
}

public static class Harbour
{
    public static async Task<int> RunAsync(IEnumerable<double> levels, double[] times)
    {
        var gauge = new TideGauge();
        var table = new FerryTable(gauge);
        var watching = Task.Run(() => gauge.Watch(levels));
        foreach (var time in times)
            table.Plan(time);
        await watching;
        return table.Count;
    }
}
