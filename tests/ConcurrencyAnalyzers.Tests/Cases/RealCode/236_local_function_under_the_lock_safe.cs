// A local function that its member calls under the lock alone, handing it what it is to look for.
namespace Cases.R236;

public class Source
{
    private protected readonly Dictionary<string, List<int>> _waiting = new();

    internal virtual bool TryRent(string transaction, out int found)
    {
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(transaction, out var list))
            {
                found = 0;
                return false;
            }

            found = list[list.Count - 1];
            list.RemoveAt(list.Count - 1);
            if (list.Count == 0)
                _waiting.Remove(transaction);
            return true;
        }
    }

    internal void Add(string transaction, int number)
    {
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(transaction, out var list))
                list = _waiting[transaction] = new List<int>(1);
            list.Add(number);
        }
    }
}

public sealed class ManySources : Source
{
    internal override bool TryRent(string transaction, out int found)
    {
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(transaction, out var list))
            {
                found = 0;
                return false;
            }

            if (TryTake(list, IsEven, out found))
                return true;
            if (transaction.Length > 3 && TryTake(list, IsOdd, out found))
                return true;
            found = 0;
            return false;
        }

        bool TryTake(List<int> list, Func<int, bool> fits, out int taken)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                taken = list[i];
                if (fits(taken))
                {
                    list.RemoveAt(i);
                    if (list.Count == 0)
                        _waiting.Remove(transaction);
                    return true;
                }
            }

            taken = 0;
            return false;
        }
    }

    private static bool IsEven(int number) => number % 2 == 0;

    private static bool IsOdd(int number) => number % 2 != 0;
}
