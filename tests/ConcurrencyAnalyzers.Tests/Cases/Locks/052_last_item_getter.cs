// The getter counts from the end of a list that the other members guard.
namespace Cases.Locks.S036;

public sealed class Tower
{
    private readonly object _gate = new();
    private readonly List<string> _stones = [];

    public string Top => _stones[^1]; // expect: INCONSISTENT_LOCK

    public void Put(string stone)
    {
        lock (_gate)
        {
            _stones.Add(stone);
        }
    }

    public string Take()
    {
        lock (_gate)
        {
            var top = _stones[^1];
            _stones.RemoveAt(_stones.Count - 1);
            return top;
        }
    }

    public void Swap(string stone)
    {
        _stones[^1] = stone; // expect: INCONSISTENT_LOCK
    }
}
