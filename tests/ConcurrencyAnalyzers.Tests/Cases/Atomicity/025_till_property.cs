// Getter and setter lock, the sum of them does not.
namespace Cases.Atomicity.S025;

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
        Sum = Sum + price; // expect: CHECK_THEN_ACT
    }

    public void Refund(decimal price)
    {
        Sum -= price; // expect: CHECK_THEN_ACT
    }
}
