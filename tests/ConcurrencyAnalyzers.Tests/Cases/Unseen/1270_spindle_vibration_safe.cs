using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Machining.Lathes;

public interface IRunoutGauge
{
    double Deviation();
}

public sealed class RunoutSampler
{
    private readonly IRunoutGauge _gauge;
    private readonly object _gate = new();
    private readonly List<double> _samples = new();
    private readonly Timer _timer;
    private double _worst;

    public RunoutSampler(IRunoutGauge gauge)
    {
        _gauge = gauge;
        _timer = new Timer(_ => Sample(), null, Timeout.Infinite, Timeout.Infinite);
    }

    public double Worst
    {
        get
        {
            lock (_gate)
            {
                return _worst;
            }
        }
    }

    public void Start() => _timer.Change(0, 2);

    public async Task<double[]> FinishAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        _samples.Sort();
        return _samples.ToArray();
    }

    private void Sample()
    {
        var deviation = _gauge.Deviation();
        lock (_gate)
        {
            _samples.Add(deviation);
            _worst = Math.Max(_worst, deviation);
        }
    }
}

public static class LatheTest
{
    public static async Task<double> MedianAsync(IRunoutGauge gauge, TimeSpan duration)
    {
        var sampler = new RunoutSampler(gauge);
        sampler.Start();
        await Task.Delay(duration);
        var samples = await sampler.FinishAsync();
        return samples.Length == 0 ? 0 : samples[samples.Length / 2];
    }
}
