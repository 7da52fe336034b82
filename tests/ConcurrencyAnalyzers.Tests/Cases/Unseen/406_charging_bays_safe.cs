// Test and change happen in one turn of the lock; the locked property is only used to show a number. difficulty: easy
namespace Cases.U406;

public sealed class BayCounter(int bays)
{
    private readonly object _gate = new();
    private int _free = bays;

    public int Free
    {
        get
        {
            lock (_gate)
            {
                return _free;
            }
        }
    }

    public bool TryTake()
    {
        lock (_gate)
        {
            if (_free == 0)
            {
                return false;
            }
            _free--;
            return true;
        }
    }

    public void GiveBack()
    {
        lock (_gate)
        {
            _free++;
        }
    }
}

public sealed class ChargingStation(int bays)
{
    private readonly BayCounter _bays = new(bays);

    public string Serve(IEnumerable<string> cars)
    {
        int turnedAway = 0;
        Parallel.ForEach(cars, _ =>
        {
            if (!_bays.TryTake())
            {
                Interlocked.Increment(ref turnedAway);
                return;
            }
            _bays.GiveBack();
        });
        return $"{_bays.Free} free, {turnedAway} turned away";
    }
}
