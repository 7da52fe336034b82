using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Machining.Spindles;

public interface IAccelerometer
{
    double Magnitude();
}

public sealed class VibrationSampler
{
    private readonly IAccelerometer _sensor;
    private readonly object _gate = new();
    private readonly List<double> _samples = new();
    private readonly Timer _timer;
    private double _worst;

    public VibrationSampler(IAccelerometer sensor)
    {
        _sensor = sensor;
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

    public double[] Finish()
    {
        _timer.Dispose();
        _samples.Sort(); // expect: INCONSISTENT_LOCK#1
        return _samples.ToArray(); // expect: INCONSISTENT_LOCK#1
    }

    private void Sample()
    {
        var magnitude = _sensor.Magnitude();
        lock (_gate)
        {
            _samples.Add(magnitude);
            _worst = Math.Max(_worst, magnitude);
        }
    }
}

public static class SpindleTest
{
    public static async Task<double> MedianAsync(IAccelerometer sensor, TimeSpan duration)
    {
        var sampler = new VibrationSampler(sensor);
        sampler.Start();
        await Task.Delay(duration);
        var samples = sampler.Finish();
        return samples.Length == 0 ? 0 : samples[samples.Length / 2];
    }
}
