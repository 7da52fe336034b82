// The lock is released for the slow price quote, but availability is checked again before the stock is taken. difficulty: hard
namespace Cases.U684;

public interface IPriceList
{
    decimal Quote(string sku, int quantity);
}

public sealed record Reservation(string Sku, int Quantity, decimal Total);

public sealed class Warehouse(IPriceList prices)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _onHand = new();

    public void Receive(string sku, int quantity)
    {
        lock (_gate)
        {
            _onHand[sku] = Free(sku) + quantity;
        }
    }

    public Reservation? TryReserve(string sku, int quantity)
    {
        lock (_gate)
        {
            if (Free(sku) < quantity)
            {
                return null;
            }
        }

        decimal total = prices.Quote(sku, quantity);

        lock (_gate)
        {
            int free = Free(sku);
            if (free < quantity)
            {
                return null;
            }
            _onHand[sku] = free - quantity;
        }
        return new Reservation(sku, quantity, total);
    }

    public void Cancel(Reservation reservation) => Receive(reservation.Sku, reservation.Quantity);

    public int Available(string sku)
    {
        lock (_gate)
        {
            return Free(sku);
        }
    }

    private int Free(string sku) => _onHand.TryGetValue(sku, out int quantity) ? quantity : 0;
}
