// The lists in the dictionary are replaced, never changed.
namespace Cases.P203;

public sealed class Routes
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<string>> _stops = new();
    public void Set(string line, IEnumerable<string> stops)
    {
        lock (_gate)
        {
            _stops[line] = stops.ToList();
        }
    }
    public IReadOnlyList<string>? StopsOf(string line)
    {
        lock (_gate)
        {
            return _stops.GetValueOrDefault(line);
        }
    }
}
