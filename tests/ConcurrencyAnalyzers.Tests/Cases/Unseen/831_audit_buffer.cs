// Append guards the list with _appendLock and Drain guards the same list with _drainLock, so the two do not exclude each other. difficulty: easy
namespace Cases.U831;

public readonly record struct AuditEntry(DateTime At, string Actor, string Action);

public sealed class AuditBuffer
{
    private readonly object _appendLock = new();
    private readonly object _drainLock = new();
    private readonly List<AuditEntry> _entries = new(256);
    private int _drains;

    public void Append(string actor, string action)
    {
        var entry = new AuditEntry(DateTime.UtcNow, actor, action);
        lock (_appendLock)
        {
            _entries.Add(entry); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public AuditEntry[] Drain()
    {
        lock (_drainLock)
        {
            _drains++;
            var batch = _entries.ToArray(); // expect: INCONSISTENT_LOCK#1, RACE?
            _entries.Clear(); // expect: INCONSISTENT_LOCK#1, RACE?
            return batch;
        }
    }

    public int DrainCount()
    {
        lock (_drainLock)
        {
            return _drains;
        }
    }
}
