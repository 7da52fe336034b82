using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>The locks held at a point, in the order in which they were taken. Immutable; there are hardly ever more than two.</summary>
internal sealed class HeldPaths
{
    public static readonly HeldPaths Empty = new(ImmutableArray<AccessPath>.Empty);

    private HeldPaths(ImmutableArray<AccessPath> paths) => Paths = paths;

    public ImmutableArray<AccessPath> Paths { get; }

    public bool IsEmpty => Paths.IsEmpty;

    public static HeldPaths Of(ImmutableArray<AccessPath> paths) => paths.IsEmpty ? Empty : new(paths);

    public bool Contains(AccessPath path)
    {
        foreach (var held in Paths)
            if (held.Equals(path))
                return true;
        return false;
    }

    public bool Overlaps(HeldPaths other)
    {
        foreach (var held in Paths)
            if (other.Contains(held))
                return true;
        return false;
    }

    public HeldPaths Add(AccessPath path) => Contains(path) ? this : new(Paths.Add(path));

    public HeldPaths Remove(AccessPath path) => Contains(path) ? Of(Paths.Remove(path)) : this;

    public HeldPaths Intersect(HeldPaths other)
    {
        var both = this;
        foreach (var held in Paths)
            if (!other.Contains(held))
                both = both.Remove(held);
        return both;
    }

    public HeldPaths Without(HeldPaths other)
    {
        var rest = this;
        foreach (var held in other.Paths)
            rest = rest.Remove(held);
        return rest;
    }
}
