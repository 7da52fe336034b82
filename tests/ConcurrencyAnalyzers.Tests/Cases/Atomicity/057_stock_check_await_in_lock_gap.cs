// The lock cannot be held over the await, so the test is old when the item is taken.
namespace Cases.Atomicity.S057;

public sealed class Stock(Func<string, Task> reserve)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _items = [];

    public async Task<bool> TakeAsync(string item)
    {
        lock (_gate)
        {
            if (!_items.TryGetValue(item, out var left) || left == 0)
                return false;
        }

        await reserve(item);
        lock (_gate)
        {
            _items[item]--; // expect: CHECK_THEN_ACT
        }

        return true;
    }

    public void Put(string item)
    {
        lock (_gate)
            _items[item] = _items.GetValueOrDefault(item) + 1;
    }
}
