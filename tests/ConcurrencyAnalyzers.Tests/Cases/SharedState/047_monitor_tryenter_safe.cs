// Work is done only when TryEnter has succeeded.
namespace Cases.S047;

public sealed class ParkingMeter
{
    private readonly object _coin = new();
    private int _cents;
    private int _rejected;

    public void Insert(int cents)
    {
        if (!Monitor.TryEnter(_coin, 50))
        {
            Interlocked.Increment(ref _rejected);
            return;
        }

        try
        {
            _cents += cents;
        }
        finally
        {
            Monitor.Exit(_coin);
        }
    }

    public int Rush(int[] coins)
    {
        Parallel.ForEach(coins, Insert);
        lock (_coin)
        {
            return _cents;
        }
    }
}
