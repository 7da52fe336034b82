// What leaves the lock is a copy, or the list itself after the field has been given a new one; the alarms are immutable records. difficulty: medium
namespace Cases.U820;

public sealed record Alarm(int Id, string Text, int Severity);

public sealed class AlarmCenter
{
    private readonly Lock _gate = new();
    private List<Alarm> _active = [];

    public event Action<IReadOnlyList<Alarm>>? Changed;

    public void Raise(Alarm alarm)
    {
        IReadOnlyList<Alarm> snapshot;
        lock (_gate)
        {
            _active.Add(alarm);
            snapshot = Snapshot();
        }
        Changed?.Invoke(snapshot);
    }

    public IReadOnlyList<Alarm> Worst(int count)
    {
        lock (_gate)
        {
            return _active.OrderByDescending(alarm => alarm.Severity).Take(count).ToList();
        }
    }

    public Alarm? Find(int id)
    {
        lock (_gate)
        {
            return _active.Find(alarm => alarm.Id == id);
        }
    }

    public List<Alarm> TakeAll()
    {
        lock (_gate)
        {
            List<Alarm> taken = _active;
            _active = [];
            return taken;
        }
    }

    private Alarm[] Snapshot() => [.. _active];
}
