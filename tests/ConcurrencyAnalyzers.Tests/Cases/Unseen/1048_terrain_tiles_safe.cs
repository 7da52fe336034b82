namespace Terrain;

public sealed class HeightField
{
    private readonly Func<int, int, double> _noise;
    private readonly int _size;
    private double[]? _heights;
    private double[]? _slopes;
    private bool _slopesReady;
    private object? _slopeLock;
    private readonly Lazy<(double Min, double Max)> _range;

    public HeightField(int size, Func<int, int, double> noise)
    {
        _size = size;
        _noise = noise;
        _range = new Lazy<(double, double)>(() => (Heights.Min(), Heights.Max()));
    }

    public double[] Heights => LazyInitializer.EnsureInitialized(ref _heights, ComputeHeights);

    public double[] Slopes => LazyInitializer.EnsureInitialized(ref _slopes, ref _slopesReady, ref _slopeLock, ComputeSlopes)!;

    public (double Min, double Max) Range => _range.Value;

    private double[] ComputeHeights()
    {
        var heights = new double[_size * _size];
        for (int y = 0; y < _size; y++)
        {
            for (int x = 0; x < _size; x++)
            {
                heights[y * _size + x] = _noise(x, y);
            }
        }
        return heights;
    }

    private double[] ComputeSlopes()
    {
        double[] heights = Heights;
        var slopes = new double[heights.Length];
        for (int i = 1; i < heights.Length; i++)
        {
            slopes[i] = heights[i] - heights[i - 1];
        }
        return slopes;
    }
}

public static class ErosionReport
{
    public static async Task<string> CreateAsync(HeightField field)
    {
        Task<double> steepest = Task.Run(() => field.Slopes.Max(Math.Abs));
        Task<double> mean = Task.Run(() => field.Heights.Average());
        Task<double> relief = Task.Run(() => field.Range.Max - field.Range.Min);
        double[] values = await Task.WhenAll(steepest, mean, relief);
        return string.Join(" ", values.Select(v => v.ToString("F2")));
    }

    public static async Task Main()
    {
        var field = new HeightField(256, (x, y) => Math.Sin(x * 0.1) * Math.Cos(y * 0.07) * 100);
        string[] reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync(field)));
        Console.WriteLine(reports.Distinct().Single());
    }
}
