// The handler of a source that was handed in takes the lock that the members take.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace EventOfAGivenSourceSafe;

public sealed class SnowGauge
{
    public event Action<double>? Fell;

    public void Watch(IEnumerable<double> depths)
    {
        foreach (var depth in depths)
            Fell?.Invoke(depth);
    }
}

public sealed class LiftTable
{
    private readonly object _gate = new();
    private readonly List<double> _rides = new();

    public LiftTable(SnowGauge gauge) => gauge.Fell += OnFell;

    public void Plan(double at)
    {
        lock (_gate)
            _rides.Add(at);
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _rides.Count;
        }
    }

    private void OnFell(double depth)
    {
        lock (_gate)
            _rides.RemoveAll(at => at < depth);
    }
}

public static class Slope
{
    public static async Task<int> RunAsync(IEnumerable<double> depths, double[] times)
    {
        var gauge = new SnowGauge();
        var table = new LiftTable(gauge);
        var watching = Task.Run(() => gauge.Watch(depths));
        foreach (var time in times)
            table.Plan(time);
        await watching;
        return table.Count;
    }
}
