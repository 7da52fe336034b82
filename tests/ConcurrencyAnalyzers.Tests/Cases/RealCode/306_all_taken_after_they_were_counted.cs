// The nearest wrong one: what is there is handed out, and all that is there by then is thrown away.
using System.Collections.Concurrent;

namespace Cases.R306;

public sealed class Store
{
    private readonly ConcurrentQueue<int> _all = new();

    public void Put(int value) => _all.Enqueue(value);

    public IReadOnlyList<int> TakeAll()
    {
        var found = new List<int>();
        foreach (var value in _all)
            found.Add(value);
        Remove(null); // expect: CHECK_THEN_ACT
        return found;
    }

    public void Remove(IEnumerable<int>? only)
    {
        if (only is null)
            _all.Clear();
        else
            Console.WriteLine(only.Count());
    }
}
