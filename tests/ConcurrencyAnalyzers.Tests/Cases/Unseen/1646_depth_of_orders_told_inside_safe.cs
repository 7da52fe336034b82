// An order book keeps its orders; a derived book also keeps the depth of each price level. difficulty: hard
namespace Cases.U1646;

public sealed record Order(long Id, decimal Price, int Quantity);

public abstract class OrderBook
{
    private readonly Dictionary<long, Order> _orders = [];

    protected Lock Gate { get; } = new();

    public void Place(Order order)
    {
        lock (Gate)
        {
            _orders[order.Id] = order;
            OnPlaced(order);
        }
    }

    public bool Cancel(long id)
    {
        lock (Gate)
        {
            if (!_orders.Remove(id, out var order))
            {
                return false;
            }
            OnCancelled(order);
            return true;
        }
    }

    protected abstract void OnPlaced(Order order);

    protected abstract void OnCancelled(Order order);
}

public sealed class DepthBook : OrderBook
{
    private readonly SortedDictionary<decimal, int> _depth = [];

    public int DepthAt(decimal price)
    {
        lock (Gate)
        {
            return _depth.GetValueOrDefault(price);
        }
    }

    protected override void OnPlaced(Order order)
    {
        _depth.TryGetValue(order.Price, out int depth);
        _depth[order.Price] = depth + order.Quantity;
    }

    protected override void OnCancelled(Order order)
    {
        int left = _depth.GetValueOrDefault(order.Price) - order.Quantity;
        if (left > 0)
        {
            _depth[order.Price] = left;
        }
        else
        {
            _depth.Remove(order.Price);
        }
    }
}

static class Program
{
    static void Main()
    {
        var book = new DepthBook();
        Parallel.For(0, 1_000, i =>
        {
            book.Place(new Order(i, 100 + i % 5, 10));
            if (i % 3 == 0)
            {
                book.Cancel(i);
            }
        });
        Console.WriteLine(book.DepthAt(102));
    }
}
