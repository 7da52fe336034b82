// Learns discount rules from several stores into one immutable rule table.
using System.Collections.Immutable;

namespace Cases.U1602;

public sealed record Discount(string Article, string Store, int Percent);

public sealed class DiscountTable
{
    private ImmutableDictionary<string, Discount> _best = ImmutableDictionary<string, Discount>.Empty;

    public int Count => Volatile.Read(ref _best).Count;

    public int PercentOf(string article) => Volatile.Read(ref _best).GetValueOrDefault(article)?.Percent ?? 0;

    public void Learn(Discount discount) =>
        ImmutableInterlocked.Update(ref _best, Merge, discount);

    private static ImmutableDictionary<string, Discount> Merge(
        ImmutableDictionary<string, Discount> current,
        Discount discount)
    {
        if (current.TryGetValue(discount.Article, out var known) && known.Percent >= discount.Percent)
        {
            return current;
        }
        return current.SetItem(discount.Article, discount);
    }
}

public sealed class Store(string name, IReadOnlyList<Discount> leaflet)
{
    public string Name => name;

    public void Publish(DiscountTable table)
    {
        foreach (var discount in leaflet)
        {
            table.Learn(discount);
        }
    }
}

public static class DiscountServer
{
    public static int Collect(IReadOnlyList<Store> stores)
    {
        var table = new DiscountTable();
        var threads = stores.Select(store => Open(store, table)).ToList();
        threads.ForEach(t => t.Join());
        return table.Count;
    }

    private static Thread Open(Store store, DiscountTable table)
    {
        var thread = new Thread(() => store.Publish(table)) { Name = store.Name };
        thread.Start();
        return thread;
    }
}
