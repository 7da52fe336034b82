namespace Cases.L1072;

public sealed class BandEnergy
{
    private readonly int _bands;

    public BandEnergy(int bands) => _bands = bands;

    public double[] Sum(IReadOnlyList<float[]> windows)
    {
        var total = new double[_bands];
        object mergeGate = new();
        Parallel.For(
            0,
            windows.Count,
            () => new double[_bands],
            (index, _, local) =>
            {
                float[] window = windows[index];
                int width = Math.Max(1, window.Length / _bands);
                for (int i = 0; i < window.Length; i++)
                {
                    int band = Math.Min(_bands - 1, i / width);
                    local[band] += window[i] * window[i];
                }
                return local;
            },
            local =>
            {
                lock (mergeGate)
                {
                    for (int b = 0; b < total.Length; b++)
                    {
                        total[b] += local[b];
                    }
                }
            });
        return total;
    }

    public static void Main()
    {
        var windows = new List<float[]>();
        for (int w = 0; w < 256; w++)
        {
            var window = new float[512];
            for (int i = 0; i < window.Length; i++)
            {
                window[i] = MathF.Sin(i * (w + 1) * 0.01f);
            }
            windows.Add(window);
        }
        double[] energy = new BandEnergy(8).Sum(windows);
        Console.WriteLine(string.Join(' ', energy.Select(e => e.ToString("F1"))));
    }
}
