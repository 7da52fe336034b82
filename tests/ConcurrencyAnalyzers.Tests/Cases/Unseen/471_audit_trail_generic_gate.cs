// A static field of a generic class exists once per type argument: customers and orders lock different gates around one list. difficulty: hard
namespace Cases.U471;

public sealed record Customer(string Name);

public sealed record Order(int Number);

public static class AuditTrail
{
    public static readonly List<string> Entries = [];
}

public static class Repository<TEntity>
{
    private static readonly object Gate = new();

    public static void Save(TEntity entity)
    {
        lock (Gate) // expect: LOCK_MISUSE?
        {
            AuditTrail.Entries.Add($"saved {entity}"); // expect: INCONSISTENT_LOCK, RACE?
        }
    }
}

public static class NightlyImport
{
    public static int Run(Customer[] customers, Order[] orders)
    {
        Parallel.Invoke(
            () => Array.ForEach(customers, Repository<Customer>.Save),
            () => Array.ForEach(orders, Repository<Order>.Save));
        return AuditTrail.Entries.Count;
    }
}
