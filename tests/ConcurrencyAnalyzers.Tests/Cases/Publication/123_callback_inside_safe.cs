// The visitor works under the lock, on what it is shown.
namespace Cases.P123;

public sealed class Orchard
{
    private readonly object _gate = new();
    private readonly List<int> _trees = [];

    public void Plant(int height)
    {
        lock (_gate)
        {
            _trees.Add(height);
        }
    }

    public TResult Read<TResult>(Func<IReadOnlyList<int>, TResult> visitor)
    {
        lock (_gate)
        {
            return visitor(_trees);
        }
    }
}
