// Events raised and handled on the caller's thread share nothing with anyone.
namespace Cases.S067;

public sealed class Elevator
{
    public event EventHandler<int>? Arrived;

    public void GoTo(int floor) => Arrived?.Invoke(this, floor);
}

public sealed class Lobby
{
    private int _arrivals;
    private readonly List<int> _floors = [];

    public Lobby(Elevator elevator)
    {
        elevator.Arrived += (_, floor) =>
        {
            _arrivals++;
            _floors.Add(floor);
        };
    }

    public int Arrivals => _arrivals;

    public int Visit(Elevator elevator, IEnumerable<int> floors)
    {
        foreach (int floor in floors)
        {
            elevator.GoTo(floor);
        }

        return _arrivals + _floors.Count;
    }
}
