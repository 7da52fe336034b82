// The lock is given back between asking and taking: two gardeners get one plot.
namespace Cases.Atomicity.S021;

public sealed class Allotment
{
    private readonly object _gate = new();
    private readonly List<int> _taken = [];

    public bool Rent(int plot)
    {
        bool taken;
        lock (_gate)
        {
            taken = _taken.Contains(plot);
        }

        if (taken)
            return false;
        lock (_gate)
        {
            _taken.Add(plot); // expect: CHECK_THEN_ACT
        }

        return true;
    }
}
