// Fills the feeding troughs of a dovecote; a helper that has to wait too long gives up waiting. difficulty: medium
namespace Cabinet.C1434;

public sealed class DovecoteFeeder
{
    private readonly object _gate = new();
    private readonly Dictionary<int, int> _troughs = [];
    private int _used;

    public void Fill(int trough, int grams)
    {
        bool taken = Monitor.TryEnter(_gate, TimeSpan.FromMilliseconds(250)); // expect: LOCK_MISUSE?
        try
        {
            _troughs[trough] = grams; // expect: INCONSISTENT_LOCK#1, RACE?
            _used += grams; // expect: INCONSISTENT_LOCK#1, RACE?
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public int Used()
    {
        lock (_gate)
        {
            return _used;
        }
    }

    public int[] EmptyTroughs(int minimum)
    {
        lock (_gate)
        {
            return _troughs.Where(entry => entry.Value < minimum).Select(entry => entry.Key).ToArray();
        }
    }
}
