// Shuttles report arrivals; the network keeps the arrivals of all shuttles together.
namespace Cases.U1588;

public sealed record Arrival(string Shuttle, string Stop, int Minute);

public abstract class NetworkNode
{
    private static readonly Dictionary<string, int> s_arrivals = [];
    private readonly object _sync = new();

    protected void Note(string stop)
    {
        lock (_sync) // expect: LOCK_MISUSE?, RACE?
        {
            s_arrivals[stop] = s_arrivals.GetValueOrDefault(stop) + 1; // expect: RACE, INCONSISTENT_LOCK?
        }
    }

    public static int ArrivalsAt(string stop) => s_arrivals.GetValueOrDefault(stop); // expect: RACE?, INCONSISTENT_LOCK?
}

public sealed class Shuttle(string name, string[] line) : NetworkNode
{
    private readonly List<Arrival> _log = [];

    public IReadOnlyList<Arrival> Log => _log;

    public void Drive(int rounds)
    {
        int minute = 0;
        for (int round = 0; round < rounds; round++)
        {
            foreach (var stop in line)
            {
                minute += 4;
                _log.Add(new Arrival(name, stop, minute));
                Note(stop);
            }
        }
    }
}

public static class Program
{
    public static int Main()
    {
        string[] stops = ["harbour", "market", "museum", "station"];
        var shuttles = Enumerable.Range(1, 4).Select(i => new Shuttle($"S{i}", stops)).ToArray();
        var drives = shuttles.Select(s => Task.Factory.StartNew(() => s.Drive(1000), TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(drives);
        int logged = shuttles.Sum(s => s.Log.Count);
        return stops.Sum(NetworkNode.ArrivalsAt) == logged ? 0 : 1;
    }
}
