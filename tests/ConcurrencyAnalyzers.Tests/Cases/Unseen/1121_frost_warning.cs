using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1121;

public readonly record struct PlotReading(string Plot, double Celsius);

/// Keeps the lowest temperature of every orchard plot during the night.
public sealed class FrostWarning : IDisposable
{
    private readonly Dictionary<string, double> _lowest = new();
    private readonly Func<IEnumerable<PlotReading>> _probe;
    private readonly Timer _timer;

    public FrostWarning(Func<IEnumerable<PlotReading>> probe, TimeSpan interval)
    {
        _probe = probe;
        _timer = new Timer(_ => Sample(), null, interval, interval);
    }

    private void Sample()
    {
        foreach (var reading in _probe())
        {
            if (_lowest.TryGetValue(reading.Plot, out var low) && low <= reading.Celsius) // expect: RACE#1
                continue;
            _lowest[reading.Plot] = reading.Celsius; // expect: RACE#1
        }
    }

    public IReadOnlyList<string> PlotsAtRisk(double threshold)
    {
        var plots = new List<string>();
        foreach (var (plot, low) in _lowest) // expect: RACE#1
        {
            if (low < threshold)
                plots.Add(plot);
        }
        plots.Sort(StringComparer.Ordinal);
        return plots;
    }

    public void Dispose() => _timer.Dispose();
}
