// The query is built under the lock but runs when the caller enumerates it, after the lock is gone. difficulty: hard
namespace Cases.U695;

public enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}

public sealed record LogEntry(DateTime At, Severity Severity, string Message);

public sealed class RecentLog(int capacity)
{
    private readonly object _gate = new();
    private readonly List<LogEntry> _entries = [];

    public void Write(Severity severity, string message)
    {
        var entry = new LogEntry(DateTime.UtcNow, severity, message);
        lock (_gate)
        {
            if (_entries.Count == capacity)
            {
                _entries.RemoveAt(0);
            }
            _entries.Add(entry);
        }
    }

    public IEnumerable<LogEntry> AtLeast(Severity severity)
    {
        lock (_gate)
        {
            return _entries.Where(entry => entry.Severity >= severity); // expect: ESCAPES_LOCK
        }
    }

    public IReadOnlyList<LogEntry> Tail(int count)
    {
        lock (_gate)
        {
            return _entries.TakeLast(count).ToArray();
        }
    }

    public int CountSince(DateTime from)
    {
        lock (_gate)
        {
            return _entries.Count(entry => entry.At >= from);
        }
    }
}
