// The LINQ query is deferred: it is built under the lock but walks the guarded list later, when the caller enumerates it. difficulty: medium
namespace Cases.U961;

public sealed record Alarm(string Sensor, int Severity);

public sealed class AlarmBoard
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];

    public void Raise(Alarm alarm)
    {
        lock (_gate)
        {
            _alarms.Add(alarm);
        }
    }

    public int Clear(string sensor)
    {
        lock (_gate)
        {
            return _alarms.RemoveAll(a => a.Sensor == sensor);
        }
    }

    public IEnumerable<Alarm> AtLeast(int severity)
    {
        lock (_gate)
        {
            return _alarms.Where(a => a.Severity >= severity); // expect: ESCAPES_LOCK
        }
    }
}
