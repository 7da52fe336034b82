// Helpers without a lock of their own run only while a caller holds it; the constructor fills before anyone shares the object. difficulty: medium
namespace Cases.U626;

public abstract class BoundedLog<TEntry>
    where TEntry : class
{
    protected readonly object Sync = new();
    protected readonly List<TEntry> Items;
    private readonly int _limit;
    private int _dropped;

    protected BoundedLog(IEnumerable<TEntry> initial, int limit)
    {
        _limit = limit;
        Items = new List<TEntry>(initial);
        TrimLocked();
    }

    public int Dropped
    {
        get
        {
            lock (Sync)
            {
                return _dropped;
            }
        }
    }

    public void Write(TEntry entry)
    {
        lock (Sync)
        {
            Items.Add(entry);
            TrimLocked();
        }
    }

    public void WriteAll(IReadOnlyList<TEntry> entries)
    {
        lock (Sync)
        {
            Items.AddRange(entries);
            TrimLocked();
        }
    }

    private void TrimLocked()
    {
        int excess = Items.Count - _limit;
        if (excess > 0)
        {
            Items.RemoveRange(0, excess);
            _dropped += excess;
        }
    }
}

public sealed record Alarm(string Source, int Severity);

public sealed class AlarmLog(IEnumerable<Alarm> initial, int limit) : BoundedLog<Alarm>(initial, limit)
{
    public int Worst
    {
        get
        {
            lock (Sync)
            {
                return WorstLocked();
            }
        }
    }

    public Alarm[] TakeWorst()
    {
        lock (Sync)
        {
            int worst = WorstLocked();
            var taken = Items.Where(alarm => alarm.Severity == worst).ToArray();
            Items.RemoveAll(alarm => alarm.Severity == worst);
            return taken;
        }
    }

    private int WorstLocked() => Items.Count == 0 ? 0 : Items.Max(alarm => alarm.Severity);
}
