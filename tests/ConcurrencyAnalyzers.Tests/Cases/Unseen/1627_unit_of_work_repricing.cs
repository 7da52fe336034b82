// Customers are loaded through a repository, repriced and written back when the unit of work is committed. difficulty: hard
namespace Cases.U1627;

public sealed record Customer(int Id, string Segment, decimal Discount);

public sealed class IdentityMap<TKey, TEntity> where TKey : notnull
{
    private readonly Dictionary<TKey, TEntity> _loaded = [];

    public bool TryGet(TKey key, out TEntity? entity) => _loaded.TryGetValue(key, out entity); // expect: RACE?

    public void Attach(TKey key, TEntity entity) => _loaded[key] = entity; // expect: RACE
}

public sealed class UnitOfWork(Action<IReadOnlyList<Customer>> save)
{
    private readonly List<Customer> _changed = [];

    public IdentityMap<int, Customer> Customers { get; } = new();

    public void Register(Customer customer) => _changed.Add(customer); // expect: RACE

    public int Commit()
    {
        save(_changed);
        int written = _changed.Count;
        _changed.Clear();
        return written;
    }
}

public interface ICustomerRepository
{
    Customer Find(int id);
    void Update(Customer customer);
}

public sealed class CustomerRepository(UnitOfWork unit, Func<int, Customer> query) : ICustomerRepository
{
    public Customer Find(int id)
    {
        if (unit.Customers.TryGet(id, out var known) && known is not null)
        {
            return known;
        }
        var loaded = query(id);
        unit.Customers.Attach(id, loaded); // expect: CHECK_THEN_ACT?
        return loaded;
    }

    public void Update(Customer customer) => unit.Register(customer);
}

public sealed class Repricing(Func<int, Customer> query, Action<IReadOnlyList<Customer>> save)
{
    public int Run(IReadOnlyCollection<int> ids, decimal factor)
    {
        var unit = new UnitOfWork(save);
        var repository = new CustomerRepository(unit, query);
        Parallel.ForEach(ids, id => Reprice(repository, id, factor));
        return unit.Commit();
    }

    private static void Reprice(ICustomerRepository customers, int id, decimal factor)
    {
        var customer = customers.Find(id);
        if (customer.Segment != "wholesale")
        {
            customers.Update(customer with { Discount = customer.Discount * factor });
        }
    }
}
