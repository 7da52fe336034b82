// Where is evaluated lazily: the query leaves the lock before a single order has been looked at, and runs over the live list later. difficulty: medium
namespace Cases.U813;

public sealed record Order(int Id, string Customer, bool Shipped);

public sealed class OrderBoard
{
    private readonly object _gate = new();
    private readonly List<Order> _orders = [];

    public void Place(Order order)
    {
        lock (_gate)
        {
            _orders.Add(order);
        }
    }

    public bool Cancel(int id)
    {
        lock (_gate)
        {
            return _orders.RemoveAll(order => order.Id == id) > 0;
        }
    }

    public IEnumerable<Order> OpenFor(string customer)
    {
        lock (_gate)
        {
            return _orders.Where(order => order.Customer == customer && !order.Shipped); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class PackingStation(OrderBoard board)
{
    public string Slip(string customer)
    {
        var ids = new List<int>();
        foreach (Order order in board.OpenFor(customer)) // expect: RACE?, INCONSISTENT_LOCK?, ESCAPES_LOCK?
        {
            ids.Add(order.Id);
        }
        return $"{customer}: {string.Join(", ", ids)}";
    }
}
