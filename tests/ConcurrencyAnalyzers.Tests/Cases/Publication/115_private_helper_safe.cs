// Only callers that hold the lock ask for the list.
namespace Cases.P115;

public sealed class Harbor
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<string>> _berths = [];

    public void Moor(string berth, string ship)
    {
        lock (_gate)
        {
            At(berth).Add(ship);
        }
    }

    public int Ships(string berth)
    {
        lock (_gate)
        {
            return At(berth).Count;
        }
    }

    public int Berths()
    {
        lock (_gate)
        {
            return All().Count;
        }
    }

    private Dictionary<string, List<string>> All() => _berths;

    private List<string> At(string berth)
    {
        if (!_berths.TryGetValue(berth, out var ships))
        {
            _berths[berth] = ships = [];
        }

        return ships;
    }
}
