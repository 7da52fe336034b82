using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ConcurrencyAnalyzers;

namespace Cases.K021;

[Immutable]
sealed class Route
{
    private readonly string[] _stops;
    private int _hash;

    public Route(IEnumerable<string> stops)
    {
        _stops = stops.ToArray();
        Sort();
        Names = [.. _stops];
    }

    public ImmutableArray<string> Names { get; }

    public required string Title { get; init; }

    private void Sort() => System.Array.Sort(_stops);

    public Route With(string stop) => new(_stops.Append(stop)) { Title = Title };

    public override int GetHashCode() => _stops.Length;

    public int Count => _stops.Length;
}

[Immutable]
record Point(int X, int Y)
{
    public Point Right() => this with { X = X + 1 };
}
