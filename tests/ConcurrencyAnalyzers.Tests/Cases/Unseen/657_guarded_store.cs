// The query is only composed under the lock; it runs when the caller enumerates it, without the lock. difficulty: medium
namespace Cases.U657;

public sealed record WorkOrder(int Id, string Plant, DateTime Due, bool Closed);

public abstract class GuardedStore<TKey, TItem>
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, TItem> _items = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    public void Put(TKey key, TItem item)
    {
        lock (_gate)
        {
            _items[key] = item;
        }
    }

    public bool Remove(TKey key)
    {
        lock (_gate)
        {
            return _items.Remove(key);
        }
    }

    protected IEnumerable<TItem> Where(Func<TItem, bool> condition)
    {
        lock (_gate)
        {
            return _items.Values.Where(condition); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class WorkOrderStore : GuardedStore<int, WorkOrder>
{
    public IEnumerable<WorkOrder> Overdue(DateTime today) =>
        Where(order => !order.Closed && order.Due < today);

    public IEnumerable<WorkOrder> OpenAt(string plant) =>
        Where(order => !order.Closed && order.Plant == plant);
}

public static class MaintenanceBoard
{
    public static async Task<int> PlanAsync(WorkOrderStore store, IAsyncEnumerable<WorkOrder> incoming, DateTime today)
    {
        var import = Task.Run(async () =>
        {
            await foreach (var order in incoming.ConfigureAwait(false))
            {
                store.Put(order.Id, order);
            }
        });
        int overdue = store.Overdue(today).Count(); // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
        await import.ConfigureAwait(false);
        return overdue;
    }
}
