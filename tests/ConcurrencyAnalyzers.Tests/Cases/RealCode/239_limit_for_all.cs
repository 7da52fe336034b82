// The nearest wrong one: nobody may pass the limit, and two do.
namespace Cases.R239;

public sealed record Order(string Name, bool IsUrgent);

public sealed class Desk
{
    private readonly object _gate = new();
    private readonly List<Order> _orders = new();

    public bool Take(Order order)
    {
        if (Count() >= 100)
            return false;

        lock (_gate)
            _orders.Add(order); // expect: CHECK_THEN_ACT
        return true;
    }

    public Order[] All()
    {
        lock (_gate)
            return _orders.ToArray();
    }

    private int Count()
    {
        lock (_gate)
            return _orders.Count;
    }
}
