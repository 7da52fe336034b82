// The base class guards the list by Gate; two getters, one in the derived class, walk it without the lock. difficulty: medium
namespace Cases.U625;

public abstract class Journal<TEntry>
    where TEntry : class
{
    protected readonly object Gate = new();
    protected readonly List<TEntry> Entries = [];
    private readonly int _capacity;

    protected Journal(int capacity) => _capacity = capacity;

    public TEntry? Latest => Entries.Count == 0 ? null : Entries[^1]; // expect: INCONSISTENT_LOCK, RACE?

    public void Append(TEntry entry)
    {
        lock (Gate)
        {
            if (Entries.Count == _capacity)
            {
                Entries.RemoveAt(0);
            }
            Entries.Add(entry);
        }
    }

    public TEntry[] Drain()
    {
        lock (Gate)
        {
            var drained = Entries.ToArray();
            Entries.Clear();
            return drained;
        }
    }
}

public sealed record AuditEntry(string User, string Action, bool Succeeded);

public sealed class AuditJournal(int capacity) : Journal<AuditEntry>(capacity)
{
    public int FailureCount => Entries.Count(entry => !entry.Succeeded); // expect: INCONSISTENT_LOCK, RACE?

    public int CountFor(string user)
    {
        lock (Gate)
        {
            return Entries.Count(entry => entry.User == user);
        }
    }
}

public static class AuditDemo
{
    public static async Task<int> RunAsync(AuditJournal journal, IEnumerable<AuditEntry> feed)
    {
        var writer = Task.Run(() =>
        {
            foreach (var entry in feed)
            {
                journal.Append(entry);
            }
        });
        int failures = journal.FailureCount;
        await writer.ConfigureAwait(false);
        return failures;
    }
}
