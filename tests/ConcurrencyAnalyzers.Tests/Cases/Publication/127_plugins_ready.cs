// Ready is said before the helper has loaded anything.
namespace Cases.Publication.S127;

public sealed class Plugins(Func<string[]> find)
{
    private readonly object _gate = new();
    private readonly List<string> _names = [];
    private bool _ready;

    public bool Has(string name)
    {
        Ensure();
        return _names.Contains(name); // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    private void Ensure()
    {
        if (!_ready) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                if (!_ready)
                {
                    _ready = true; // expect: LAZY_INIT#1
                    Load();
                }
            }
        }
    }

    private void Load()
    {
        foreach (var name in find())
        {
            _names.Add(name); // expect: LAZY_INIT?, RACE?
        }
    }
}
