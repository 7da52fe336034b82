// One word is whole at any time; what is stored once, before others have the object, is as well; and here the readers take the lock.
namespace Cases.S581;

public sealed class Thermostat(decimal limit)
{
    private readonly object _gate = new();
    private readonly decimal _limit = limit;
    private decimal _sum;
    private long _ticks;
    private double _last;

    public decimal Limit => _limit;

    public long Ticks => _ticks;

    public double Last => _last;

    public decimal Sum
    {
        get
        {
            lock (_gate)
            {
                return _sum;
            }
        }
    }

    public void Add(decimal degrees, double last)
    {
        lock (_gate)
        {
            if (_sum + degrees < _limit)
                _sum += degrees;
            _ticks = Environment.TickCount64;
            _last = last;
        }
    }
}
