// The Where query is returned unevaluated: it enumerates the guarded list later, when the lock is long released. difficulty: medium
namespace Cases.U543;

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

    public void Cancel(int id)
    {
        lock (_gate)
        {
            _orders.RemoveAll(order => order.Id == id);
        }
    }

    public IEnumerable<int> OpenIds()
    {
        lock (_gate)
        {
            return _orders.Where(order => order.Open).Select(order => order.Id); // expect: ESCAPES_LOCK
        }
    }
}
