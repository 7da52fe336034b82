// Only the reference is read under the lock; the iterator walks the guarded list between the caller's steps, without the lock. difficulty: hard
namespace Cases.U439;

public sealed record Alarm(string Zone, int Severity);

public sealed class AlarmPanel
{
    private readonly object _gate = new();
    private readonly List<Alarm> _active = [];

    public void Raise(Alarm alarm)
    {
        lock (_gate)
        {
            _active.Add(alarm);
        }
    }

    public void Reset(string zone)
    {
        lock (_gate)
        {
            _active.RemoveAll(alarm => alarm.Zone == zone);
        }
    }

    public IEnumerable<string> Describe(int minimumSeverity)
    {
        List<Alarm> alarms;
        lock (_gate)
        {
            alarms = _active; // expect: ESCAPES_LOCK#1
        }
        foreach (var alarm in alarms) // expect: ESCAPES_LOCK#1, INCONSISTENT_LOCK?, RACE?
        {
            if (alarm.Severity >= minimumSeverity)
            {
                yield return $"{alarm.Zone}: {alarm.Severity}";
            }
        }
    }
}
