// The nearest wrong one: nobody takes a lock for the count.
namespace Cases.R268;

public sealed class Table
{
    public volatile int[] Counts = new int[4];
}

public sealed class Names
{
    private readonly object _gate = new();
    private readonly Table _table = new();
    private volatile int _total;

    public bool Add(string name)
    {
        _table.Counts[name.Length % 4]++; // expect: NON_ATOMIC?
        _total++; // expect: NON_ATOMIC
        return true;
    }

    public int Total()
    {
        lock (_gate)
            return _total;
    }
}
