// The nearest wrong one of 045: the names are a concurrent dictionary, but the number beside them goes up in two steps.
namespace Cases.R096;

public sealed class Sources
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _names = new();
    private int _count;

    public bool TryTrack(string name)
    {
        if (!_names.TryAdd(name, true))
            return false;
        Interlocked.Increment(ref _count);
        return true;
    }

    public void Forget(string name)
    {
        if (_names.TryRemove(name, out _))
            _count--; // expect: NON_ATOMIC
    }
}
