// The private helpers touch the dictionaries without a lock statement, but every caller of theirs already holds the lock. difficulty: medium
namespace Cases.U871;

public sealed class Inventory
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _stock = [];
    private readonly Dictionary<Guid, (string Sku, int Quantity)> _reserved = [];

    public void Receive(string sku, int quantity)
    {
        lock (_gate)
        {
            Adjust(sku, quantity);
        }
    }

    public Guid? Reserve(string sku, int quantity)
    {
        lock (_gate)
        {
            if (Available(sku) < quantity)
            {
                return null;
            }
            var id = Guid.NewGuid();
            Adjust(sku, -quantity);
            _reserved.Add(id, (sku, quantity));
            return id;
        }
    }

    public bool Cancel(Guid reservation)
    {
        lock (_gate)
        {
            return TryRestore(reservation);
        }
    }

    public int CancelAll(IEnumerable<Guid> reservations)
    {
        var ids = reservations.ToArray();
        lock (_gate)
        {
            return ids.Count(TryRestore);
        }
    }

    private int Available(string sku) => _stock.GetValueOrDefault(sku);

    private void Adjust(string sku, int by) => _stock[sku] = Available(sku) + by;

    private bool TryRestore(Guid reservation)
    {
        if (!_reserved.Remove(reservation, out var held))
        {
            return false;
        }
        Adjust(held.Sku, held.Quantity);
        return true;
    }
}
