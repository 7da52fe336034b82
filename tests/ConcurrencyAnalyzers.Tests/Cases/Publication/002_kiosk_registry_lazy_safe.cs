// Lazy<T> makes one list, however many come first.
namespace Cases.P002;

public sealed class Kiosk
{
    private readonly object _gate = new();
    private readonly Lazy<List<string>> _orders = new(() => new List<string>());

    public int Serve(string[] names)
    {
        Parallel.ForEach(names, Order);
        return _orders.Value.Count;
    }

    private void Order(string name)
    {
        lock (_gate)
        {
            _orders.Value.Add(name);
        }
    }
}
