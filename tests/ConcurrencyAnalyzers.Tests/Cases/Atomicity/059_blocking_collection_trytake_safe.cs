// TryTake says whether it got one.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S059;

public sealed class Kitchen
{
    private readonly BlockingCollection<string> _orders = new();

    public void Order(string dish)
    {
        if (!_orders.IsAddingCompleted)
        {
            try
            {
                _orders.Add(dish);
            }
            catch (InvalidOperationException)
            {
            }
        }
    }

    public string? Next() => _orders.Count > 0 && _orders.TryTake(out var order) ? order : null;
}
