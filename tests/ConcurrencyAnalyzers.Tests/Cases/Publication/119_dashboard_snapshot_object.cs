// The snapshot is one in name only.
namespace Cases.P119;

public sealed class Snapshot
{
    public List<string>? Alarms { get; set; }

    public DateTime At { get; set; }
}

public sealed class Dashboard
{
    private readonly object _gate = new();
    private readonly List<string> _alarms = [];

    public void Raise(string alarm)
    {
        lock (_gate)
        {
            _alarms.Add(alarm);
        }
    }

    public Snapshot Take()
    {
        lock (_gate)
        {
            return new Snapshot
            {
                At = DateTime.UtcNow,
                Alarms = _alarms, // expect: ESCAPES_LOCK
            };
        }
    }
}
