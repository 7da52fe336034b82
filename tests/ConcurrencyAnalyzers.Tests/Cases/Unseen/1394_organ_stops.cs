// The registration of a church organ: assistants pull stops, the display takes the current setting. difficulty: hard
namespace Cabinet.C1394;

public struct OrganRegistration
{
    public string Organist;
    public bool[] Stops;
}

public sealed class OrganConsole
{
    private readonly Lock _gate = new();
    private OrganRegistration _current;

    public OrganConsole(string organist, int stops)
    {
        _current = new OrganRegistration { Organist = organist, Stops = new bool[stops] };
    }

    public void Pull(int stop)
    {
        lock (_gate)
        {
            _current.Stops[stop] = true;
        }
    }

    public void CancelAll(string organist)
    {
        lock (_gate)
        {
            _current.Organist = organist;
            Array.Clear(_current.Stops);
        }
    }

    public OrganRegistration Current()
    {
        lock (_gate)
        {
            return _current; // expect: ESCAPES_LOCK#1
        }
    }

    public int CountPulled()
    {
        var registration = Current();
        return registration.Stops.Count(pulled => pulled); // expect: ESCAPES_LOCK#1, INCONSISTENT_LOCK?, RACE?
    }
}
