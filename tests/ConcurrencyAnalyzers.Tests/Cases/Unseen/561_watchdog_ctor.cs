// The constructor starts the thread before it sets the fields that the thread uses: Loop may see null and 0. difficulty: hard
namespace Cases.U561;

public sealed class Watchdog
{
    private readonly Action<string> _alarm;
    private readonly int _limit;
    private readonly Thread _thread;
    private volatile bool _stopped;

    public Watchdog(Action<string> alarm, int limit)
    {
        _thread = new Thread(Loop);
        _thread.Start(); // expect: LAZY_INIT#1, RACE?
        _alarm = alarm; // expect: LAZY_INIT#1, RACE?
        _limit = limit; // expect: LAZY_INIT#1, RACE?
    }

    public void Stop()
    {
        _stopped = true;
        _thread.Join();
    }

    private void Loop()
    {
        while (!_stopped)
        {
            if (Environment.TickCount64 % 1000 > _limit) // expect: LAZY_INIT#1, RACE?
            {
                _alarm("stalled"); // expect: LAZY_INIT#1, RACE?
            }
            Thread.Sleep(50);
        }
    }
}
