// The names are a concurrent dictionary, the number goes up atomically: they are two parts of one value.
namespace Cases.R045;

public sealed class Sources
{
    private readonly System.Runtime.CompilerServices.StrongBox<(int Count, System.Collections.Concurrent.ConcurrentDictionary<string, bool> Names)> _state = new((0, new()));

    public double Count => _state.Value.Count;

    public bool TryTrack(string name)
    {
        if (!_state.Value.Names.TryAdd(name, true))
            return false;
        Interlocked.Increment(ref _state.Value.Count);
        return true;
    }
}
