// The handle is set when the last callback has ended: who has waited for it has the list alone, be the timer a variable's or a field's.
namespace TimerThatHasEndedSafe;

public sealed class WindGust
{
    private readonly object _sync = new();
    private readonly List<double> _gusts = [];
    private Timer? _timer;

    public double Strongest(Func<double> measure, TimeSpan time)
    {
        using var ended = new AutoResetEvent(false);
        _timer = new Timer(_ => Take(measure()), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
        Thread.Sleep(time);
        _timer.Dispose(ended);
        ended.WaitOne();
        return _gusts.Max();
    }

    private void Take(double gust)
    {
        lock (_sync)
        {
            _gusts.Add(gust);
        }
    }
}
