// A polling thread that is told to stop by a volatile flag and leaves its last sample in a volatile reference.
using System;
using System.Threading;

namespace Cases.U596;

public sealed record TemperatureSample(double Celsius, DateTime At);

public interface ISensor
{
    double Read();
}

public sealed class SensorPoller : IDisposable
{
    private readonly ISensor _sensor;
    private readonly Thread _thread;
    private volatile bool _stopping;
    private volatile TemperatureSample? _latest;
    private int _errors;

    public SensorPoller(ISensor sensor)
    {
        _sensor = sensor;
        _thread = new Thread(Poll) { IsBackground = true, Name = "sensor" };
        _thread.Start();
    }

    public TemperatureSample? Latest => _latest;

    public bool IsStale
    {
        get
        {
            var sample = _latest;
            return sample == null || DateTime.UtcNow - sample.At > TimeSpan.FromSeconds(5);
        }
    }

    public int StopAndCountErrors()
    {
        _stopping = true;
        _thread.Join();
        return _errors;
    }

    private void Poll()
    {
        while (!_stopping)
        {
            try
            {
                _latest = new TemperatureSample(_sensor.Read(), DateTime.UtcNow);
            }
            catch (InvalidOperationException)
            {
                _errors++;
            }

            Thread.Sleep(250);
        }
    }

    public void Dispose() => StopAndCountErrors();
}
