// Stock is checked under one lock block and written under a second one; the report walks the dictionary without the lock. difficulty: medium
namespace Cases.U704;

public sealed record StockLine(string Sku, int OnHand);

public sealed class Inventory
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _onHand = new();

    public void Receive(string sku, int quantity)
    {
        lock (_gate)
        {
            _onHand[sku] = _onHand.GetValueOrDefault(sku) + quantity;
        }
    }

    public bool TryTake(string sku, int quantity)
    {
        int onHand;
        lock (_gate)
        {
            if (!_onHand.TryGetValue(sku, out onHand))
            {
                return false;
            }
        }

        if (onHand < quantity)
        {
            return false;
        }

        lock (_gate)
        {
            _onHand[sku] = onHand - quantity; // expect: CHECK_THEN_ACT
        }
        return true;
    }

    public bool Discontinue(string sku)
    {
        lock (_gate)
        {
            return _onHand.Remove(sku);
        }
    }

    public IReadOnlyList<StockLine> ReorderList(int threshold)
    {
        var lines = new List<StockLine>();
        foreach ((string sku, int onHand) in _onHand) // expect: INCONSISTENT_LOCK
        {
            if (onHand < threshold)
            {
                lines.Add(new StockLine(sku, onHand));
            }
        }
        return lines;
    }
}
