// AsReadOnly wraps the list, it does not copy it: the caller looks at the guarded list itself after the lock is gone. difficulty: medium
namespace Cases.U764;

public sealed record SensorReading(string Sensor, double Value, DateTimeOffset At);

public sealed class GreenhouseLog(int capacity)
{
    private readonly object _gate = new();
    private readonly List<SensorReading> _recent = [];
    private long _seen;

    public IReadOnlyList<SensorReading> Recent
    {
        get
        {
            lock (_gate)
            {
                return _recent.AsReadOnly(); // expect: ESCAPES_LOCK
            }
        }
    }

    public long Seen
    {
        get
        {
            lock (_gate)
            {
                return _seen;
            }
        }
    }

    public void Record(SensorReading reading)
    {
        lock (_gate)
        {
            _seen++;
            _recent.Add(reading);
            if (_recent.Count > capacity)
            {
                _recent.RemoveRange(0, _recent.Count - capacity);
            }
        }
    }
}
