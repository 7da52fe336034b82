using System.Collections.Concurrent;
namespace Cases.C360;

public sealed record Hit(string Who, int Points);

// value by out variable, compound on the local, stored
public sealed class A1
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    public void Report(Hit hit)
    {
        _points.TryGetValue(hit.Who, out var points);
        points += hit.Points;
        _points[hit.Who] = points; // expect: CHECK_THEN_ACT
    }
}
public sealed class A2
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    public void Report(string who, int n)
    {
        _points.TryGetValue(who, out var points);
        points++;
        _points[who] = points; // expect: CHECK_THEN_ACT
    }
}
public sealed class A3
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    public void Report(string who, int n)
    {
        var points = _points.GetValueOrDefault(who);
        if (n > 0)
            points += n;
        _points[who] = points; // expect: CHECK_THEN_ACT
    }
}
public sealed class A4
{
    private readonly ConcurrentDictionary<string, long> _sum = new();
    public void Report(string who, int n)
    {
        if (!_sum.TryGetValue(who, out long sum))
            sum = 0;
        sum = sum + n;
        _sum[who] = sum; // expect: CHECK_THEN_ACT
    }
}
public sealed class A5 // in a loop
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    public void Report(string who, IEnumerable<int> all)
    {
        _points.TryGetValue(who, out var points);
        foreach (var n in all)
            points += n;
        _points[who] = points; // expect: CHECK_THEN_ACT
    }
}
public sealed class A7 // under a lock given back
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _points = new();
    public void Add(string who, int n)
    {
        int points;
        lock (_gate)
            _points.TryGetValue(who, out points);
        points += n;
        lock (_gate)
            _points[who] = points; // expect: CHECK_THEN_ACT
    }
    public int Get(string who) { lock (_gate) return _points[who]; }
}
