using System.Collections.Concurrent;
namespace Cases.C361;

public sealed record Hit(string Who, int Points);
public sealed class B1 // copies from one dictionary to the other
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    private readonly ConcurrentDictionary<string, int> _shown = new();
    public void Show(string who)
    {
        _points.TryGetValue(who, out var points);
        points += 1;
        _shown[who] = points;
    }
}
public sealed class B2 // last value wins, old one only logged
{
    private readonly ConcurrentDictionary<string, int> _last = new();
    public int Set(string who, int value)
    {
        _last.TryGetValue(who, out var before);
        before -= value;
        _last[who] = value;
        return before;
    }
}
public sealed class B3
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    public int Report(Hit hit)
    {
        var points = _points.AddOrUpdate(hit.Who, hit.Points, (_, old) => old + hit.Points);
        points += 1;
        return points;
    }
}
public sealed class B4 // local dictionary
{
    public int Report(IEnumerable<Hit> hits)
    {
        var points = new ConcurrentDictionary<string, int>();
        foreach (var hit in hits)
        {
            points.TryGetValue(hit.Who, out var sum);
            sum += hit.Points;
            points[hit.Who] = sum;
        }
        return points.Count;
    }
}
public sealed class B5
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _points = new();
    public void Add(string who, int n)
    {
        lock (_gate)
        {
            _points.TryGetValue(who, out var points);
            points += n;
            _points[who] = points;
        }
    }
    public int Get(string who) { lock (_gate) return _points[who]; }
}
