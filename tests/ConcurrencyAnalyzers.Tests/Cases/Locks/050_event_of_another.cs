// The members hold the lock; the lambda that another object's event runs does not.
namespace Cases.Locks.S034;

public interface IClock
{
    event Action<DateTime>? Midnight;
}

public sealed class DayBook
{
    private readonly object _gate = new();
    private readonly List<string> _entries = [];

    public DayBook(IClock clock)
    {
        Clock = clock;
        Clock.Midnight += _ => _entries.Clear(); // expect: INCONSISTENT_LOCK
    }

    public IClock Clock { get; }

    public void Write(string entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    public string[] Read()
    {
        lock (_gate)
        {
            return _entries.ToArray();
        }
    }
}
