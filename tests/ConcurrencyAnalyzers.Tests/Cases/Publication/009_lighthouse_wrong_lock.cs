// The check is made under one lock and the assignment under another.
namespace Cases.P009;

public sealed class Lighthouse
{
    private readonly object _lamps = new();
    private readonly object _ships = new();
    private HashSet<string>? _seen;

    public void Open()
    {
        lock (_ships)
        {
            if (_seen != null) // expect: LAZY_INIT#1
            {
                return;
            }
        }

        lock (_lamps)
        {
            _seen = new HashSet<string>(); // expect: LAZY_INIT#1
        }
    }

    public void See(string ship)
    {
        lock (_ships)
        {
            _seen!.Add(ship);
        }
    }
}
