// The timer callback increments the field on a pool thread while the receiving thread sets it back to zero. difficulty: medium
namespace Cases.U329;

public sealed class HeartbeatMonitor : IDisposable
{
    private readonly Timer _timer;
    private int _missed;

    public HeartbeatMonitor(TimeSpan interval)
    {
        _timer = new Timer(OnInterval, null, interval, interval);
    }

    public bool IsAlive => _missed < 3; // expect: RACE?

    public void OnBeat() => _missed = 0; // expect: RACE#1

    private void OnInterval(object? state)
    {
        _missed++; // expect: RACE#1
    }

    public void Dispose() => _timer.Dispose();
}
