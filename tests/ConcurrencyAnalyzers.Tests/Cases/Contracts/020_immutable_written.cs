using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K020;

[Immutable]
sealed class Route
{
    private readonly List<string> _stops;
    private int _length;

    public Route(IEnumerable<string> stops)
    {
        _stops = [.. stops];
        _length = _stops.Count;
    }

    public int Length => _length;

    public int Price { get; set; } // expect: CONTRACT

    public List<string> Stops => _stops; // expect: CONTRACT?

    public void Extend(string stop)
    {
        _stops.Add(stop); // expect: CONTRACT
        _length++; // expect: CONTRACT
    }
}

[Immutable]
struct Mark
{
    public int Row; // expect: CONTRACT
    public readonly int Column;
}
