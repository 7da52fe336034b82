// Wagons bring supplies into a besieged town; the quartermaster gets the list to look through. difficulty: medium
namespace Cabinet.C1438;

public sealed class SiegeSupplies
{
    private readonly object _gate = new();
    private readonly List<string> _wagons = [];
    private readonly IReadOnlyList<string> _view;

    public SiegeSupplies() => _view = _wagons.AsReadOnly();

    public void Arrive(string load)
    {
        lock (_gate)
        {
            _wagons.Add(load);
        }
    }

    public void Consume(int count)
    {
        lock (_gate)
        {
            _wagons.RemoveRange(0, Math.Min(count, _wagons.Count));
        }
    }

    public IReadOnlyList<string> Inventory()
    {
        lock (_gate)
        {
            return _view; // expect: ESCAPES_LOCK
        }
    }
}
