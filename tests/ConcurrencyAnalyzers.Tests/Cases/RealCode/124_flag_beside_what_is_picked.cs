// The nearest wrong ones: the first is picked because the flag says that there is one, or what is walked may be missing.
namespace Cases.R124;

public sealed class Listeners
{
    private readonly List<Action<string>> _all = [];
    private Action<string>[] _snapshot = [];

    public bool HasAny { get; private set; }

    public void Add(Action<string> listener)
    {
        lock (_all)
        {
            _all.Add(listener);
            HasAny = true;
            _snapshot = _all.ToArray();
        }
    }

    public void Remove(Action<string> listener)
    {
        lock (_all)
        {
            _all.Remove(listener);
            HasAny = _all.Count > 0;
            _snapshot = _all.ToArray();
        }
    }

    public void TellFirst(string news)
    {
        if (!HasAny) // expect: INCONSISTENT_LOCK#1
            return;
        _snapshot[0](news); // expect: INCONSISTENT_LOCK#1
    }
}

public sealed class Sometimes
{
    private readonly List<Action<string>> _all = [];
    private List<Action<string>>? _snapshot;
    private bool _hasAny;

    public void Add(Action<string> listener)
    {
        lock (_all)
        {
            _all.Add(listener);
            _hasAny = _all.Count > 0;
            _snapshot = new List<Action<string>>(_all);
        }
    }

    public void Remove(Action<string> listener)
    {
        lock (_all)
        {
            _all.Remove(listener);
            _hasAny = _all.Count > 0;
            _snapshot = _all.Count > 0 ? new List<Action<string>>(_all) : null;
        }
    }

    public void Tell(string news)
    {
        if (!_hasAny) // expect: INCONSISTENT_LOCK#2
            return;
        foreach (var listener in _snapshot!) // expect: INCONSISTENT_LOCK#2
            listener(news);
    }
}
