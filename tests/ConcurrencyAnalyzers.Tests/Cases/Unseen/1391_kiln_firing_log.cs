// Samples the temperature of a kiln with a timer; when the firing ends, the timer is stopped and the log is evaluated. difficulty: hard
namespace Cabinet.C1391;

public sealed class KilnFiringLog(Func<double> readCelsius)
{
    private readonly Lock _gate = new();
    private readonly List<double> _samples = [];

    public (double Peak, double Mean) Fire(TimeSpan duration, TimeSpan period)
    {
        using var stopped = new ManualResetEvent(false);
        var timer = new Timer(OnTick, null, TimeSpan.Zero, period);
        Thread.Sleep(duration);
        if (timer.Dispose(stopped))
        {
            stopped.WaitOne();
        }
        return _samples.Count == 0 ? (0, 0) : (_samples.Max(), _samples.Average());
    }

    private void OnTick(object? state)
    {
        double celsius = readCelsius();
        lock (_gate)
        {
            _samples.Add(celsius);
        }
    }
}
