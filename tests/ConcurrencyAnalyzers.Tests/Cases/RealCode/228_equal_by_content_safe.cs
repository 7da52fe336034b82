// Two objects that hold the same are equal, and the type alone makes them what they are: it does not matter which one is kept.
using System.Collections.Concurrent;

namespace Cases.R228;

public sealed class Shape : IEquatable<Shape>
{
    private Dictionary<string, int>? _sides;

    public Shape(IEnumerable<string> sides) => Fill(sides);

    public long Id { get; private set; }

    public void Read(TextReader reader) => Fill(reader.ReadToEnd().Split(','));

    public bool Equals(Shape? other) => other is not null && Id == other.Id;

    public override bool Equals(object? other) => other is Shape shape && Equals(shape);

    public override int GetHashCode() => Id.GetHashCode();

    private void Fill(IEnumerable<string> sides)
    {
        _sides = new Dictionary<string, int>();
        foreach (var side in sides)
            _sides[side] = side.Length;
        Id = _sides.Count;
    }
}

public sealed class Shapes
{
    private readonly ConcurrentDictionary<Type, Shape> _shapes = new();

    public Shape Of(object value)
    {
        var type = value.GetType();
        if (!_shapes.TryGetValue(type, out var shape))
        {
            shape = new Shape(type.GetProperties().Select(static property => property.Name));
            Console.WriteLine(shape.Id);
            _shapes[type] = shape;
        }

        return shape;
    }
}
