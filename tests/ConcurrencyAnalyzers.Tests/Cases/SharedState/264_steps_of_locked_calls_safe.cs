// Look and taking are one call; or each run has a store of its own; or one run comes after the other.
namespace Cases.S264;

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

    public bool TryTake(string name)
    {
        lock (_gate)
        {
            if (_pieces.GetValueOrDefault(name) == 0)
            {
                return false;
            }

            _pieces[name]--;
            return true;
        }
    }
}

public sealed class Clerk(Store store)
{
    public bool Sell(string name)
    {
        if (store.Count(name) == 0)
        {
            return false;
        }

        store.Take(name);
        return true;
    }
}

public sealed class CarefulClerk(Store store)
{
    public bool Sell(string name) => store.TryTake(name);
}

public static class Shop
{
    public static async Task<int> OpenAsync(string name, int customers)
    {
        var store = new Store();
        store.Put(name, 3);
        var clerk = new CarefulClerk(store);
        var sold = await Task.WhenAll(Enumerable.Range(0, customers).Select(_ => Task.Run(() => clerk.Sell(name))));
        return sold.Count(static done => done);
    }

    public static async Task<int> OpenManyAsync(string name, int shops)
    {
        var sold = await Task.WhenAll(Enumerable.Range(0, shops).Select(_ => Task.Run(() =>
        {
            var store = new Store();
            store.Put(name, 1);
            return new Clerk(store).Sell(name);
        })));
        return sold.Count(static done => done);
    }

    public static async Task<bool> OpenTwiceAsync(string name)
    {
        var store = new Store();
        store.Put(name, 2);
        var clerk = new Clerk(store);
        var first = await Task.Run(() => clerk.Sell(name));
        return first & clerk.Sell(name);
    }
}
