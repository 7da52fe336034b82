namespace Cases.C370;
public interface IStation { bool IsClean(int bed); }
public sealed class Ward
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _free = new();
    private readonly Dictionary<int, string> _occupied = new();
    private readonly IStation _station;
    public Ward(IStation station) => _station = station;
    public int Admit(string patient)
    {
        int[] candidates;
        lock (_gate) candidates = _free.ToArray();
        foreach (var bed in candidates)
        {
            if (!_station.IsClean(bed)) continue;
            lock (_gate)
            {
                _free.Remove(bed); // expect: CHECK_THEN_ACT#1
                _occupied[bed] = patient; // expect: CHECK_THEN_ACT#1
            }
            return bed;
        }
        return 0;
    }
    public void Discharge(int bed) { lock (_gate) if (_occupied.Remove(bed)) _free.Add(bed); }
}
public sealed class Pool2
{
    private readonly object _gate = new();
    private readonly List<string> _idle = new();
    public void Give(string s) { lock (_gate) _idle.Add(s); }
    public string? Rent(Func<string, bool> fits)
    {
        List<string> copy;
        lock (_gate) copy = new List<string>(_idle);
        var found = copy.FirstOrDefault(fits);
        if (found == null) return null;
        lock (_gate)
            _idle.Remove(found); // expect: CHECK_THEN_ACT
        return found;
    }
}
public sealed class Pool3
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _ports = new();
    public void Add(int port, string host) { lock (_gate) _ports[port] = host; }
    public int Lease()
    {
        int port;
        lock (_gate)
        {
            if (_ports.Count == 0) return -1;
            port = _ports.Keys.Min();
        }
        Console.WriteLine("leasing " + port);
        lock (_gate)
            _ports.Remove(port); // expect: CHECK_THEN_ACT
        return port;
    }
}
public sealed class Pool4
{
    private readonly object _gate = new();
    private readonly HashSet<string> _free = new();
    private readonly HashSet<string> _taken = new();
    public void Add(string seat) { lock (_gate) _free.Add(seat); }
    public string? Pick()
    {
        string? seat;
        lock (_gate) seat = _free.FirstOrDefault();
        if (seat == null) return null;
        lock (_gate)
        {
            _free.Remove(seat); // expect: CHECK_THEN_ACT#4
            _taken.Add(seat); // expect: CHECK_THEN_ACT#4
        }
        return seat;
    }
}
