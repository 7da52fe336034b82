// Each call on the store locks by itself; between the look and the taking another clerk takes the last one.
namespace Cases.S263;

public sealed class Store
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _pieces = [];

    public void Put(string name, int count)
    {
        lock (_gate)
        {
            _pieces[name] = _pieces.GetValueOrDefault(name) + count;
        }
    }

    public int Count(string name)
    {
        lock (_gate)
        {
            return _pieces.GetValueOrDefault(name);
        }
    }

    public void Take(string name)
    {
        lock (_gate)
        {
            _pieces[name]--;
        }
    }
}

public sealed class Clerk(Store store)
{
    public bool Sell(string name)
    {
        if (store.Count(name) == 0) // expect: CHECK_THEN_ACT?
        {
            return false;
        }

        store.Take(name); // expect: CHECK_THEN_ACT
        return true;
    }
}

public static class Shop
{
    public static async Task<int> OpenAsync(string name, int customers)
    {
        var store = new Store();
        store.Put(name, 3);
        var clerk = new Clerk(store);
        var sold = await Task.WhenAll(Enumerable.Range(0, customers).Select(_ => Task.Run(() => clerk.Sell(name))));
        return sold.Count(static done => done);
    }
}
