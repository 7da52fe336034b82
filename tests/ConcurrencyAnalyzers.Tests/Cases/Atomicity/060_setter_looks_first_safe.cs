// A setter that looks whether anything changes writes what it was given either way.
namespace Cases.Atomicity.S060;

public sealed class Thermostat
{
    private readonly object _gate = new();
    private int _target;
    private int _changes;

    public void Set(int target)
    {
        lock (_gate)
        {
            if (_target == target)
                return;
        }

        Console.WriteLine("changed");
        lock (_gate)
        {
            _target = target;
            _changes++;
        }
    }

    public int Target
    {
        get
        {
            lock (_gate)
                return _target;
        }
    }
}
