// Disposing of a timer does not wait for a callback that has begun.
namespace TimerThatStillRuns;

public sealed class WindGust
{
    private readonly object _sync = new();
    private readonly List<double> _gusts = [];

    public double Strongest(Func<double> measure, TimeSpan time)
    {
        var timer = new Timer(_ => Take(measure()), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
        Thread.Sleep(time);
        timer.Dispose();
        return _gusts.Max(); // expect: RACE?, INCONSISTENT_LOCK
    }

    private void Take(double gust)
    {
        lock (_sync)
        {
            _gusts.Add(gust);
        }
    }
}
