// The lock is taken too late: the stock is read and the new value computed before it, so two pickers store the same remainder. difficulty: medium
namespace Cases.U361;

public sealed class WarehouseShelf(int initialStock)
{
    private readonly object _gate = new();
    private int _stock = initialStock;

    public bool TryPick(int quantity)
    {
        int remaining = _stock - quantity; // expect: INCONSISTENT_LOCK, RACE?, NON_ATOMIC?
        if (remaining < 0)
        {
            return false;
        }
        lock (_gate)
        {
            _stock = remaining; // expect: CHECK_THEN_ACT?, RACE?, NON_ATOMIC?
        }
        return true;
    }

    public void Refill(int quantity)
    {
        lock (_gate)
        {
            _stock += quantity;
        }
    }
}
