// The lock object is the list, and Drain replaces it: afterwards threads lock different objects around the same field. difficulty: medium
namespace Cases.U794;

public sealed class AuditTrail
{
    private List<string> _entries = [];

    public void Record(string user, string action)
    {
        string entry = $"{DateTime.UtcNow:O} {user} {action}";
        lock (_entries) // expect: LOCK_MISUSE#1
        {
            _entries.Add(entry); // expect: RACE?
        }
    }

    public List<string> Drain()
    {
        lock (_entries) // expect: LOCK_MISUSE#1
        {
            List<string> drained = _entries;
            _entries = []; // expect: LOCK_MISUSE?, RACE?
            return drained; // expect: ESCAPES_LOCK?
        }
    }

    public static int Simulate(IEnumerable<string> users)
    {
        var trail = new AuditTrail();
        int drained = 0;
        Parallel.ForEach(users, user =>
        {
            trail.Record(user, "login");
            Interlocked.Add(ref drained, trail.Drain().Count);
        });
        return drained;
    }
}
