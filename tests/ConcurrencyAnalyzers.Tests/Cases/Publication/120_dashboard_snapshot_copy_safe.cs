// The snapshot holds a copy.
namespace Cases.P120;

public sealed record Snapshot(IReadOnlyList<string> Alarms, DateTime At);

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
            return new Snapshot(_alarms.ToArray(), DateTime.UtcNow);
        }
    }
}
