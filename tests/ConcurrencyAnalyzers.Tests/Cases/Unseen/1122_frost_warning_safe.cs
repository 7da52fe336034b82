using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1122;

public readonly record struct PlotReading(string Plot, double Celsius);

/// Keeps the lowest temperature of every orchard plot during the night.
public sealed class FrostWarning : IDisposable
{
    private readonly Func<IEnumerable<PlotReading>> _probe;
    private readonly TimeSpan _interval;
    private readonly Timer _timer;
    private volatile FrozenDictionary<string, double> _lowest = FrozenDictionary<string, double>.Empty;

    public FrostWarning(Func<IEnumerable<PlotReading>> probe, TimeSpan interval)
    {
        _probe = probe;
        _interval = interval;
        _timer = new Timer(_ => Sample(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, Timeout.InfiniteTimeSpan);
    }

    private void Sample()
    {
        try
        {
            var next = new Dictionary<string, double>(_lowest);
            foreach (var reading in _probe())
            {
                if (next.TryGetValue(reading.Plot, out var low) && low <= reading.Celsius)
                    continue;
                next[reading.Plot] = reading.Celsius;
            }
            _lowest = next.ToFrozenDictionary();
        }
        finally
        {
            Rearm();
        }
    }

    // The timer fires once; the next sample is only scheduled when this one is complete.
    private void Rearm()
    {
        try { _timer.Change(_interval, Timeout.InfiniteTimeSpan); }
        catch (ObjectDisposedException) { }
    }

    public IReadOnlyList<string> PlotsAtRisk(double threshold)
    {
        var plots = new List<string>();
        foreach (var (plot, low) in _lowest)
        {
            if (low < threshold)
                plots.Add(plot);
        }
        plots.Sort(StringComparer.Ordinal);
        return plots;
    }

    public void Dispose() => _timer.Dispose();
}
