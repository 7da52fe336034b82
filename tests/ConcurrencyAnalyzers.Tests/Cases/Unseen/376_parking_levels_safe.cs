// Every level object has its own lock and only its own members touch its fields; the garage itself never changes. difficulty: medium
namespace Cases.U376;

public sealed class ParkingLevel(int spaces)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _parked = [];
    private DateTimeOffset _lastArrival;

    public bool TryPark(string plate, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_parked.Count >= spaces || !_parked.Add(plate))
            {
                return false;
            }
            _lastArrival = now;
            return true;
        }
    }

    public (int Parked, DateTimeOffset LastArrival) Snapshot()
    {
        lock (_gate)
        {
            return (_parked.Count, _lastArrival);
        }
    }
}

public sealed class Garage
{
    private readonly ParkingLevel[] _levels;

    public Garage(int levels, int spaces) =>
        _levels = Enumerable.Range(0, levels).Select(_ => new ParkingLevel(spaces)).ToArray();

    public int Fill(IEnumerable<string> plates, TimeProvider clock)
    {
        Parallel.ForEach(plates, plate =>
        {
            foreach (var level in _levels)
            {
                if (level.TryPark(plate, clock.GetUtcNow()))
                {
                    break;
                }
            }
        });
        return _levels.Sum(level => level.Snapshot().Parked);
    }
}
