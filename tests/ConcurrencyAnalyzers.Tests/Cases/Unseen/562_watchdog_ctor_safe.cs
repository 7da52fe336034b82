// Start is the last statement of the constructor: Thread.Start publishes all that was written before it. difficulty: medium
namespace Cases.U562;

public sealed class Watchdog
{
    private readonly Action<string> _alarm;
    private readonly int _limit;
    private readonly Thread _thread;
    private int _stopping;
    private int _alarms;

    public Watchdog(Action<string> alarm, int limit)
    {
        _alarm = alarm;
        _limit = limit;
        _alarms = -1;
        _thread = new Thread(Loop);
        _thread.Start();
    }

    public int Stop()
    {
        Interlocked.Exchange(ref _stopping, 1);
        _thread.Join();
        return _alarms;
    }

    private void Loop()
    {
        while (Volatile.Read(ref _stopping) == 0)
        {
            if (Environment.TickCount64 % 1000 > _limit)
            {
                _alarms++;
                _alarm("stalled");
            }
            Thread.Sleep(50);
        }
    }
}
