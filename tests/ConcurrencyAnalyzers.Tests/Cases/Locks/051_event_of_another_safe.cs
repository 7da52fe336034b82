// The lambda takes the lock; and an event that is raised by members that hold it.
namespace Cases.Locks.S035;

public interface IClock
{
    event Action<DateTime>? Midnight;
}

public sealed class Page
{
    public event Action? Full;

    public void Add()
    {
        Full?.Invoke();
    }
}

public sealed class DayBook
{
    private readonly object _gate = new();
    private readonly List<string> _entries = [];
    private readonly Page _page = new();

    public DayBook(IClock clock)
    {
        Clock = clock;
        Clock.Midnight += _ =>
        {
            lock (_gate)
            {
                _entries.Clear();
            }
        };
        _page.Full += () => _entries.RemoveAt(0);
    }

    public IClock Clock { get; }

    public void Write(string entry)
    {
        lock (_gate)
        {
            _page.Add();
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
