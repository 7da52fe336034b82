using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Torture.Forms;

public record struct Point(int X, int Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
    public static implicit operator Point((int, int) pair) => new(pair.Item1, pair.Item2);
}

public abstract record Shape<T>(string Name) where T : struct, IComparable<T>
{
    protected Lock Gate { get; } = new();
    public required T Size { get; init; }
    public string? Label { get => field ?? Name; set => field = value?.Trim(); }
    public abstract ref readonly T Largest(ReadOnlySpan<T> items);
    public virtual T this[int index, string key = "k"] { get => Size; set { using (Gate.EnterScope()) _items[key] = value; } }
    private readonly ConcurrentDictionary<string, T> _items = new(StringComparer.Ordinal);

    public bool TryTake([NotNullWhen(true)] out string? name)
    {
        name = null;
        switch (this)
        {
            case { Name: "a" or "b", Size: var size } when size.CompareTo(default) > 0:
                name = Name;
                goto case null;
            case null:
                break;
            default:
                lock (Gate)
                {
                    name = _items.Keys.FirstOrDefault() is [.., _] text ? text[^1..] : $"{Name,10:x}{{{Size}}}";
                }
                return name is not null;
        }
        checked { unchecked { _ = (int)long.MaxValue; } }
        return name != null;
    }

    ~Shape() => Console.WriteLine(nameof(Shape<int>));
}

public static class Extensions
{
    extension<T>(IEnumerable<T> source)
    {
        public IEnumerable<T> Odd() => source.Where((_, i) => i % 2 == 1);
    }

    public static unsafe int Sum(this int[] items)
    {
        var sum = 0;
        fixed (int* start = items)
            for (var p = start; p < start + items.Length; p++)
                sum += *p;
        Span<int> copy = stackalloc int[4];
        copy[0] = sum switch { < 0 => -1, 0 => 0, _ => 1 };
        (copy[1], copy[2]) = (copy[2], copy[1]);
        Func<int, Func<int, int>> add = static a => b => a + b;
        return add(sum)(copy[0]);
    }

    public static IEnumerable<int> Lines(TextReader reader)
    {
        lock (reader)
        {
            string? line;
            while ((line = reader.ReadLine()) is not null)
                yield return line.Length;
        }

        label:
        do { try { yield break; } finally { reader.Dispose(); } }
        while (reader.Peek() >= 0);
#pragma warning disable CS0162
        goto label;
    }

    public static int Query(IEnumerable<Point> points) =>
        (from p in points
         let d = p.X * p.Y
         join q in points on p.X equals q.X into group1
         where d > 0 && group1.Any()
         orderby d descending, p.Y
         group p by p.X into g
         select g.Key).Sum();
}
