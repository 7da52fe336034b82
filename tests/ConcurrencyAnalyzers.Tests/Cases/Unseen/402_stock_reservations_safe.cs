// TryUpdate only stores the new level when the old one is still there, and the loop reads again when it is not. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U402;

public readonly record struct Reservation(string Sku, int Quantity);

public sealed class StockReservations
{
    private readonly ConcurrentDictionary<string, int> _onHand = new(StringComparer.Ordinal);

    public void Receive(string sku, int quantity) =>
        _onHand.AddOrUpdate(sku, quantity, (_, held) => held + quantity);

    public bool TryReserve(Reservation wanted)
    {
        while (_onHand.TryGetValue(wanted.Sku, out int held) && held >= wanted.Quantity)
        {
            if (_onHand.TryUpdate(wanted.Sku, held - wanted.Quantity, held))
            {
                return true;
            }
        }
        return false;
    }

    public bool[] ReserveAll(Reservation[] orders)
    {
        var granted = new bool[orders.Length];
        Parallel.For(0, orders.Length, i => granted[i] = TryReserve(orders[i]));
        return granted;
    }
}
