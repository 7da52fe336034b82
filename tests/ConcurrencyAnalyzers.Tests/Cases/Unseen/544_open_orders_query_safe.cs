// The query is built and evaluated under the lock; what leaves it is an array of ints. difficulty: medium
namespace Cases.U544;

public sealed record Order(int Id, bool Open);

public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];

    public void Place(int id)
    {
        lock (_gate)
        {
            _orders.Add(new Order(id, true));
        }
    }

    public IReadOnlyCollection<int> OpenIds()
    {
        lock (_gate)
        {
            var open = from order in _orders
                       where order.Open
                       orderby order.Id
                       select order.Id;
            return [.. open];
        }
    }

    public Order? Newest()
    {
        lock (_gate)
        {
            return _orders.Count == 0 ? null : _orders[^1];
        }
    }
}
