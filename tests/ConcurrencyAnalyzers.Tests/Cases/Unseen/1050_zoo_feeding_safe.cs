namespace Zoological.Feeding;

public sealed record Meal(string Animal, string Food, double Kg);

public abstract class FeedStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, double> _stock = new(StringComparer.OrdinalIgnoreCase);

    public void Deliver(string food, double kg)
    {
        lock (_gate)
        {
            _stock[food] = _stock.GetValueOrDefault(food) + kg;
            OnChanged(food, _stock[food]);
        }
    }

    public bool TryServe(Meal meal)
    {
        lock (_gate)
        {
            double have = _stock.GetValueOrDefault(meal.Food);
            if (have < meal.Kg)
            {
                return false;
            }
            _stock[meal.Food] = have - meal.Kg;
            OnChanged(meal.Food, _stock[meal.Food]);
            return true;
        }
    }

    protected T Read<T>(Func<IReadOnlyDictionary<string, double>, T> query)
    {
        lock (_gate)
        {
            return query(_stock);
        }
    }

    protected abstract void OnChanged(string food, double left);
}

public sealed class ReorderingStore(double threshold) : FeedStore
{
    private readonly HashSet<string> _toOrder = [];

    protected override void OnChanged(string food, double left)
    {
        if (left < threshold)
        {
            _toOrder.Add(food);
        }
        else
        {
            _toOrder.Remove(food);
        }
    }

    public string[] Orders() => Read(_ => _toOrder.Order().ToArray());

    public double TotalKg() => Read(stock => stock.Values.Sum());
}

public static class Program
{
    public static async Task Main()
    {
        var store = new ReorderingStore(50);
        string[] foods = ["hay", "fish", "fruit"];
        foreach (string food in foods)
        {
            store.Deliver(food, 120);
        }
        int unfed = 0;
        IEnumerable<Task> keepers = Enumerable.Range(0, 6).Select(k => Task.Run(() =>
        {
            for (int i = 0; i < 30; i++)
            {
                if (!store.TryServe(new Meal($"animal {k}", foods[(k + i) % foods.Length], 2.5)))
                {
                    Interlocked.Increment(ref unfed);
                }
            }
        }));
        await Task.WhenAll(keepers);
        Console.WriteLine($"{unfed} unfed, {store.TotalKg()} kg, order {string.Join(",", store.Orders())}");
    }
}
