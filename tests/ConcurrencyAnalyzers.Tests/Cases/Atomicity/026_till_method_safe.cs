// The update is one region; setting a price that does not come from the old one is a write like any.
namespace Cases.Atomicity.S026;

public sealed class Till
{
    private readonly object _gate = new();
    private decimal _sum;

    public decimal Sum
    {
        get
        {
            lock (_gate)
                return _sum;
        }

        set
        {
            lock (_gate)
                _sum = value;
        }
    }

    public void Ring(decimal price)
    {
        lock (_gate)
            Sum = Sum + price;
    }

    public void Reset(decimal start)
    {
        Console.WriteLine(Sum);
        Sum = start;
    }
}
