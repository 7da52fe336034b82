// Everything is set before the timer is started; AutoReset is off, so that runs do not overlap.
namespace Cases.F034;

public sealed class Heart
{
    private readonly List<DateTime> _beats = [];
    private readonly System.Timers.Timer _timer = new(1000) { AutoReset = false };
    private int _missed;

    public void Start()
    {
        _timer.Elapsed += OnElapsed;
        _beats.Add(DateTime.UtcNow);
        _missed = 0;
        _timer.Start();
    }

    private void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
    {
        _beats.Add(e.SignalTime);
        _missed++;
        _timer.Start();
    }
}
