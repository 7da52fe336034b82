// Every access runs in a lambda that Guarded executes under the lock; the helper Change is only called from such lambdas. difficulty: hard
namespace Cases.U790;

public sealed class Inventory
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _levels = [];
    private readonly List<string> _journal = [];
    private int _revision;

    public static string[] Replay(IEnumerable<(string Sku, int Quantity)> movements)
    {
        var inventory = new Inventory();
        Parallel.ForEach(movements, movement =>
        {
            if (movement.Quantity >= 0)
            {
                inventory.Receive(movement.Sku, movement.Quantity);
            }
            else
            {
                inventory.TryShip(movement.Sku, -movement.Quantity);
            }
        });
        return inventory.Journal();
    }

    public void Receive(string sku, int quantity) => Guarded(() => Change(sku, quantity));

    public bool TryShip(string sku, int quantity) => Guarded(() =>
    {
        if (_levels.GetValueOrDefault(sku) < quantity)
        {
            return false;
        }
        Change(sku, -quantity);
        return true;
    });

    public string[] Journal() => Guarded(() => _journal.ToArray());

    private void Change(string sku, int quantity)
    {
        _levels[sku] = _levels.GetValueOrDefault(sku) + quantity;
        _journal.Add($"{++_revision}: {sku} {quantity:+0;-0}");
    }

    private void Guarded(Action work)
    {
        lock (_gate)
        {
            work();
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
