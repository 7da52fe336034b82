// The second region asks again.
namespace Cases.Atomicity.S022;

public sealed class Allotment
{
    private readonly object _gate = new();
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<int, string> _names = [];

    public bool Rent(int plot, string name)
    {
        lock (_gate)
        {
            if (_names.ContainsKey(plot))
                return false;
        }

        var tidy = name.Trim();
        lock (_gate)
        {
            if (_names.ContainsKey(plot))
                return false;
            _names[plot] = tidy;
        }

        return true;
    }

    public bool Mark(int plot)
    {
        lock (_gate)
        {
            if (_taken.Contains(plot))
                return false;
        }

        lock (_gate)
            return _taken.Add(plot);
    }
}
