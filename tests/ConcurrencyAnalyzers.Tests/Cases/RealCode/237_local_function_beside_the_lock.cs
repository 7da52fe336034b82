// The nearest wrong one: it is called once more without the lock.
namespace Cases.R237;

public class Source
{
    private protected readonly Dictionary<string, List<int>> _waiting = new();

    internal void Add(string transaction, int number)
    {
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(transaction, out var list))
                list = _waiting[transaction] = new List<int>(1);
            list.Add(number);
        }
    }

    internal int Count(string transaction)
    {
        lock (_waiting)
            return _waiting.TryGetValue(transaction, out var list) ? list.Count : 0;
    }
}

public sealed class ManySources : Source
{
    internal bool TryDrop(string transaction)
    {
        lock (_waiting)
        {
            if (!_waiting.ContainsKey(transaction))
                return false;
            Drop();
        }

        Drop();
        return true;

        void Drop() => _waiting.Remove(transaction); // expect: INCONSISTENT_LOCK
    }
}
