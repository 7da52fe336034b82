// The same with one lock over all.
namespace Cases.P010;

public sealed class Lighthouse
{
    private readonly object _ships = new();
    private HashSet<string>? _seen;

    public void See(string ship)
    {
        lock (_ships)
        {
            _seen ??= new HashSet<string>();
            _seen.Add(ship);
        }
    }

    public bool Knows(string ship)
    {
        lock (_ships)
        {
            return _seen is not null && _seen.Contains(ship);
        }
    }
}
