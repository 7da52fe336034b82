namespace Buildings.Lifts;

public enum Heading { Idle, Up, Down }

public sealed class LiftCar(int id, int floors)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<int> _stops = [];
    private int _floor;
    private Heading _heading = Heading.Idle;

    public int Id => id;

    public bool Call(int floor)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(floor, floors);
        lock (_gate)
        {
            return _stops.Add(floor);
        }
    }

    public int DistanceTo(int floor)
    {
        lock (_gate)
        {
            int penalty = _heading == Heading.Idle ? 0 : _stops.Count;
            return Math.Abs(_floor - floor) + penalty;
        }
    }

    public void Step()
    {
        lock (_gate)
        {
            if (_stops.Count == 0)
            {
                _heading = Heading.Idle;
                return;
            }

            int target = _heading == Heading.Down ? _stops.Max : _stops.Min;
            _heading = target > _floor ? Heading.Up : Heading.Down;
            _floor += Math.Sign(target - _floor);
            _stops.Remove(_floor);
        }
    }

    public string Describe()
    {
        return $"car {id}: {string.Join(", ", _stops)}"; // expect: INCONSISTENT_LOCK, RACE?
    }
}

public sealed class LiftBank : IDisposable
{
    private readonly LiftCar[] _cars;
    private readonly Thread _motor;
    private volatile bool _stopping;

    public LiftBank(int cars, int floors)
    {
        _cars = Enumerable.Range(1, cars).Select(i => new LiftCar(i, floors)).ToArray();
        _motor = new Thread(Drive) { IsBackground = true, Name = "lift-motor" };
        _motor.Start();
    }

    public int Request(int floor)
    {
        LiftCar best = _cars.MinBy(c => c.DistanceTo(floor))!;
        best.Call(floor);
        return best.Id;
    }

    public IEnumerable<string> Board() => _cars.Select(c => c.Describe());

    private void Drive()
    {
        while (!_stopping)
        {
            foreach (LiftCar car in _cars)
            {
                car.Step();
            }
            Thread.Sleep(250);
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _motor.Join();
    }
}
