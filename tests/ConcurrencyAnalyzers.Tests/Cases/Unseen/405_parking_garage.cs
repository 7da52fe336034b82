// Getter and setter each take the lock, but testing, reading and writing are three separate turns: more cars enter than fit. difficulty: medium
namespace Cases.U405;

public sealed class SpaceCounter(int spaces)
{
    private readonly Lock _gate = new();
    private int _free = spaces;

    public int Free
    {
        get
        {
            lock (_gate)
            {
                return _free;
            }
        }
        set
        {
            lock (_gate)
            {
                _free = value;
            }
        }
    }
}

public sealed class ParkingGarage(int spaces)
{
    private readonly SpaceCounter _counter = new(spaces);

    public bool Enter()
    {
        if (_counter.Free == 0)
        {
            return false;
        }
        _counter.Free = _counter.Free - 1; // expect: CHECK_THEN_ACT, NON_ATOMIC?, RACE?
        return true;
    }

    public int Admit(IEnumerable<string> plates)
    {
        Parallel.ForEach(plates, _ => Enter());
        return _counter.Free;
    }
}
