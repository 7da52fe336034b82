// The constructor starts the polling thread before it has set the limit: the first readings are compared with zero. difficulty: hard
namespace Cases.U423;

public sealed class TemperatureMonitor
{
    private readonly Func<double> _read;
    private readonly Thread _poller;
    private readonly double _limit;
    private int _alarms;

    public TemperatureMonitor(Func<double> read, double limit)
    {
        _read = read;
        _poller = new Thread(Poll);
        _poller.Start(); // expect: RACE?, LAZY_INIT?
        _limit = limit; // expect: RACE#1, LAZY_INIT?
    }

    public int Finish()
    {
        _poller.Join();
        return _alarms;
    }

    private void Poll()
    {
        for (int i = 0; i < 60; i++)
        {
            if (_read() > _limit) // expect: RACE#1, LAZY_INIT?
            {
                _alarms++;
            }
        }
    }
}
