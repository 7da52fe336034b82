// Passengers board a ferry through several gates while the purser reads the manifest.
namespace Cases.U1580;

public sealed record Passenger(string Ticket, string Name, bool HasCar);

public sealed class Manifest
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Passenger> _aboard = [];
    private readonly SortedSet<string> _cars = [];

    public bool Board(Passenger passenger)
    {
        lock (_gate)
        {
            if (!_aboard.TryAdd(passenger.Ticket, passenger))
            {
                return false;
            }
            if (passenger.HasCar)
            {
                _cars.Add(passenger.Ticket);
            }
            return true;
        }
    }

    public ICollection<Passenger> Aboard()
    {
        lock (_gate)
        {
            return _aboard.Values; // expect: ESCAPES_LOCK
        }
    }

    public string[] Cars()
    {
        lock (_gate)
        {
            return _cars.ToArray();
        }
    }
}

public sealed class Purser(Manifest manifest)
{
    public string Report()
    {
        var names = manifest.Aboard().Select(p => p.Name).Order(); // expect: ESCAPES_LOCK?, RACE?
        return $"{string.Join(", ", names)} with {manifest.Cars().Length} cars"; // expect: ESCAPES_LOCK?, RACE?
    }
}

public static class Ferry
{
    public static string Load(IReadOnlyList<Passenger[]> gates)
    {
        var manifest = new Manifest();
        var purser = new Purser(manifest);
        var threads = gates.Select(queue => new Thread(() =>
        {
            foreach (var passenger in queue)
            {
                manifest.Board(passenger);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        string early = purser.Report();
        threads.ForEach(t => t.Join());
        return early + Environment.NewLine + purser.Report();
    }
}
