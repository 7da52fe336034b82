// Another worker can take the last item: this one then waits, with nothing to come.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S058;

public sealed class Kitchen
{
    private readonly BlockingCollection<string> _orders = new();

    public void Order(string dish) => _orders.Add(dish);

    public string? Next()
    {
        if (_orders.Count > 0)
        {
            return _orders.Take(); // expect: CHECK_THEN_ACT
        }

        return null;
    }
}
