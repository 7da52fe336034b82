// Every request that finds no list makes one; an order that was put into the list of the loser is gone.
namespace Cases.P001;

public sealed class Kiosk
{
    private List<string>? _orders;

    public int Serve(string[] names)
    {
        Parallel.ForEach(names, Order);
        return _orders?.Count ?? 0;
    }

    private void Order(string name)
    {
        var orders = _orders ??= new List<string>(); // expect: LAZY_INIT
        lock (this) // expect: LOCK_MISUSE
        {
            orders.Add(name);
        }
    }
}
