// TryGetValue and the indexer are two atomic calls with a gap between them: two shipments subtract from the same old level. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U401;

public sealed record Shipment(string Sku, int Quantity);

public sealed class StockLevels
{
    private readonly ConcurrentDictionary<string, int> _onHand = new();

    public void Receive(string sku, int quantity) =>
        _onHand.AddOrUpdate(sku, quantity, (_, held) => held + quantity);

    public bool Ship(Shipment shipment)
    {
        if (!_onHand.TryGetValue(shipment.Sku, out int held) || held < shipment.Quantity)
        {
            return false;
        }
        _onHand[shipment.Sku] = held - shipment.Quantity; // expect: CHECK_THEN_ACT, NON_ATOMIC?, RACE?
        return true;
    }

    public int ShipAll(IEnumerable<Shipment> shipments)
    {
        int refused = 0;
        Parallel.ForEach(shipments, shipment =>
        {
            if (!Ship(shipment))
            {
                Interlocked.Increment(ref refused);
            }
        });
        return refused;
    }
}
