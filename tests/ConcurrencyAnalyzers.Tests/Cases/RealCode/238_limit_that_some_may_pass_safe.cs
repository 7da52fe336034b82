// A threshold: those who are over it are refused, unless they are urgent. However many there are, more may come.
namespace Cases.R238;

public sealed record Order(string Name, bool IsUrgent);

public sealed class Desk
{
    private readonly object _gate = new();
    private readonly List<Order> _orders = new();

    public void Take(Order order)
    {
        var refusal = Check();
        if (refusal != null && !order.IsUrgent)
        {
            Console.WriteLine(refusal);
            return;
        }

        lock (_gate)
            _orders.Add(order);
    }

    public Order[] All()
    {
        lock (_gate)
            return _orders.ToArray();
    }

    private string? Check() => Count() > 100 ? "too many" : null;

    private int Count()
    {
        lock (_gate)
            return _orders.Count;
    }
}
