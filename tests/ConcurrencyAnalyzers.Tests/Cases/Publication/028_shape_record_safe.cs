// Equal records: it does not matter whose is kept.
namespace Cases.P028;

public sealed class Plot(double width, double height)
{
    private Extent? _extent;

    public sealed record Extent(double Width, double Height);

    public Extent Size => _extent ??= new Extent(width, height);

    public static double Sum(int times)
    {
        var plot = new Plot(2, 3);
        return Enumerable.Range(0, times).AsParallel().Select(_ => plot.Size.Width).Sum();
    }
}
