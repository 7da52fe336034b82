// The predicate of a parallel query counts what it drops in a plain field: PLINQ runs it on several threads. difficulty: medium
namespace Cases.U957;

public sealed record Order(string Customer, decimal Amount);

public sealed class OrderScreening(IReadOnlySet<string> blocked)
{
    private int _dropped;

    public (decimal Accepted, int Dropped) Screen(IEnumerable<Order> orders)
    {
        var accepted = orders
            .AsParallel()
            .Where(IsAcceptable)
            .Sum(order => order.Amount);
        return (accepted, _dropped);
    }

    private bool IsAcceptable(Order order)
    {
        if (blocked.Contains(order.Customer))
        {
            _dropped++; // expect: RACE
            return false;
        }
        return true;
    }
}
