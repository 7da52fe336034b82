// Draws text with outlines that are built when a font face is first used.
// Blind: what is made twice is the same either way, but for a count of how often.
namespace Cases.U1579;

public sealed class OutlineSet
{
    private readonly Dictionary<char, int[]> _points = [];

    public OutlineSet(string face, int size)
    {
        for (char c = ' '; c < 127; c++)
        {
            _points[c] = [c, face.Length, size];
        }
    }

    public int[] PointsOf(char c) => _points.TryGetValue(c, out var points) ? points : [];
}

public class FontFace(string name, int size)
{
    private OutlineSet? _outlines;
    private int _built;

    public int Built => Volatile.Read(ref _built);

    public int Measure(string text) => text.Sum(c => Outlines.PointsOf(c).Length);

    protected OutlineSet Outlines => _outlines ??= Build(); // blind: LAZY_INIT

    private OutlineSet Build()
    {
        Interlocked.Increment(ref _built);
        return new OutlineSet(name, size);
    }
}

public sealed class SlantedFace(string name, int size, int angle) : FontFace(name, size)
{
    public int MeasureSlanted(string text) => Measure(text) + angle * text.Count(c => Outlines.PointsOf(c).Length > 0);
}

public static class PageComposer
{
    public static (int Width, int Built) Compose(IReadOnlyList<string> lines)
    {
        var face = new SlantedFace("Garamond", 11, 3);
        int width = 0;
        Parallel.ForEach(lines, line => Interlocked.Add(ref width, face.MeasureSlanted(line)));
        return (width, face.Built);
    }
}
