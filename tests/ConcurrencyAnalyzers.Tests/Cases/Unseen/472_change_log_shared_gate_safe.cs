// The gate lives in a class that is not generic, so every closed repository type locks the same object around the one list. difficulty: hard
namespace Cases.U472;

public sealed record Supplier(string Name);

public sealed record Delivery(int Number);

public static class ChangeLog
{
    internal static readonly Lock Gate = new();
    internal static readonly List<string> Entries = [];
}

public abstract class Store<TEntity>
{
    private static int s_saved;

    public static int Saved => Volatile.Read(ref s_saved);

    public void Save(TEntity entity)
    {
        string text = Describe(entity);
        lock (ChangeLog.Gate)
        {
            ChangeLog.Entries.Add(text);
        }
        Interlocked.Increment(ref s_saved);
    }

    protected abstract string Describe(TEntity entity);
}

public sealed class SupplierStore : Store<Supplier>
{
    protected override string Describe(Supplier entity) => entity.Name;
}

public sealed class DeliveryStore : Store<Delivery>
{
    protected override string Describe(Delivery entity) => $"delivery {entity.Number}";
}

public static class WeeklyImport
{
    public static int Run(Supplier[] suppliers, Delivery[] deliveries)
    {
        Parallel.Invoke(
            () => Array.ForEach(suppliers, new SupplierStore().Save),
            () => Array.ForEach(deliveries, new DeliveryStore().Save));
        lock (ChangeLog.Gate)
        {
            return ChangeLog.Entries.Count;
        }
    }
}
