// The iterator copies the entries under the lock and yields from its own copy afterwards. difficulty: medium
namespace Cases.U726;

public sealed record LogEntry(DateTime At, string Level, string Message);

public interface ITestLog
{
    void Write(string level, string message);
}

public sealed class RecordingLog(TimeProvider clock) : ITestLog
{
    private readonly object _gate = new();
    private readonly List<LogEntry> _entries = [];

    public void Write(string level, string message)
    {
        var entry = new LogEntry(clock.GetUtcNow().UtcDateTime, level, message);
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    public IEnumerable<LogEntry> Entries(string? level = null)
    {
        LogEntry[] copy;
        lock (_gate)
        {
            copy = _entries.ToArray();
        }

        foreach (var entry in copy)
        {
            if (level == null || entry.Level == level)
            {
                yield return entry;
            }
        }
    }

    public void AssertNoErrors()
    {
        var errors = Entries("error").ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"{errors.Count} errors, first: {errors[0].Message}");
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }
}
