// Ready is said last; the other flag is seen under the lock only, and what follows it is no secret of the flag's.
namespace Cases.Publication.S128;

public sealed class Plugins(Func<string[]> find, Action<string> log)
{
    private readonly object _gate = new();
    private readonly List<string> _names = [];
    private volatile bool _ready;
    private volatile bool _warned;
    private int _warnings;

    public bool Has(string name)
    {
        Ensure();
        return _names.Contains(name);
    }

    public void Warn(string text)
    {
        if (!_warned)
        {
            lock (_gate)
            {
                if (!_warned)
                {
                    _warned = true;
                    _warnings++;
                    log(text);
                }
            }
        }
    }

    public int Warnings
    {
        get
        {
            lock (_gate)
            {
                return _warnings;
            }
        }
    }

    private void Ensure()
    {
        if (!_ready)
        {
            lock (_gate)
            {
                if (!_ready)
                {
                    Load();
                    _ready = true;
                }
            }
        }
    }

    private void Load()
    {
        foreach (var name in find())
        {
            _names.Add(name);
        }
    }
}
