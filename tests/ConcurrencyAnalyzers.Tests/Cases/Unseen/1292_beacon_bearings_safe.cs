using System;
using System.Collections.Immutable;
using System.Threading;

namespace PBeaconBearingsSafe;

public sealed class BearingChart
{
    private ImmutableDictionary<string, double> _bearings
        = ImmutableDictionary<string, double>.Empty;

    public ImmutableDictionary<string, double> Current => Volatile.Read(ref _bearings);

    public void Report(string beacon, double degrees)
    {
        ImmutableInterlocked.Update(
            ref _bearings,
            static (old, entry) => old.SetItem(entry.beacon, entry.degrees),
            (beacon, degrees));
    }
}

public sealed class BeaconWatch : IDisposable
{
    private readonly BearingChart _chart;
    private readonly string _beacon;
    private readonly Timer _timer;

    public BeaconWatch(BearingChart chart, string beacon, int everyMs)
    {
        _chart = chart;
        _beacon = beacon;
        _timer = new Timer(_ => Observe(), null, everyMs, everyMs);
    }

    private void Observe()
    {
        var degrees = Environment.TickCount64 % 360;
        _chart.Report(_beacon, degrees);
    }

    public void Dispose() => _timer.Dispose();
}

public static class SkerryNight
{
    public static int Run(int millis)
    {
        var chart = new BearingChart();
        using var north = new BeaconWatch(chart, "Skerry North", 3);
        using var south = new BeaconWatch(chart, "Skerry South", 3);
        using var west = new BeaconWatch(chart, "Long Mole", 5);
        Thread.Sleep(millis);
        return chart.Current.Count;
    }
}
