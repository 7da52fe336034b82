// Exposure enumerates the dictionary without the lock that every writer takes, so it throws or sums garbage during a Place. difficulty: easy
namespace Cases.U830;

public sealed record Order(long Id, string Symbol, int Quantity, decimal Price);

public sealed class OrderDesk
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Order> _open = [];
    private long _lastId;

    public decimal Exposure => _open.Values.Sum(o => o.Quantity * o.Price); // expect: INCONSISTENT_LOCK, RACE?

    public long Place(string symbol, int quantity, decimal price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        lock (_gate)
        {
            var id = ++_lastId;
            _open.Add(id, new Order(id, symbol, quantity, price));
            return id;
        }
    }

    public bool Cancel(long id)
    {
        lock (_gate)
        {
            return _open.Remove(id);
        }
    }

    public Order[] OpenFor(string symbol)
    {
        lock (_gate)
        {
            return _open.Values.Where(o => o.Symbol == symbol).ToArray();
        }
    }
}
