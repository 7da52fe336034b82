// When TryEnter fails the work is done all the same.
namespace Cases.S046;

public sealed class ParkingMeter
{
    private readonly object _coin = new();
    private int _cents;

    public void Insert(int cents)
    {
        bool taken = Monitor.TryEnter(_coin, 50);
        try
        {
            _cents += cents; // expect: RACE, INCONSISTENT_LOCK?
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_coin);
            }
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
