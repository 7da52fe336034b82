namespace Radar.Dsp;

public enum WindowKind { Hann, Blackman }

public sealed class WindowTable
{
    public double[] Coefficients { get; private set; } = [];
    public double Gain { get; private set; }

    public void Compute(WindowKind kind, int size)
    {
        var values = new double[size];
        for (int i = 0; i < size; i++)
        {
            double x = 2 * Math.PI * i / (size - 1);
            values[i] = kind == WindowKind.Hann
                ? 0.5 - 0.5 * Math.Cos(x)
                : 0.42 - 0.5 * Math.Cos(x) + 0.08 * Math.Cos(2 * x);
        }
        Coefficients = values; // expect: RACE?
        Gain = values.Sum() / size; // expect: RACE?
    }
}

public sealed class PulseCompressor(WindowKind kind, int size)
{
    private readonly object _building = new();
    private WindowTable? _window;

    private WindowTable Window
    {
        get
        {
            if (_window is null) // expect: LAZY_INIT#1, RACE?, INCONSISTENT_LOCK?
            {
                lock (_building)
                {
                    if (_window is null)
                    {
                        _window = new WindowTable(); // expect: LAZY_INIT#1
                        _window.Compute(kind, size); // expect: LAZY_INIT#1
                    }
                }
            }
            return _window; // expect: RACE?, INCONSISTENT_LOCK?, LAZY_INIT?
        }
    }

    public double[] Compress(double[] pulse)
    {
        WindowTable window = Window;
        var output = new double[size];
        for (int i = 0; i < size && i < pulse.Length; i++)
        {
            output[i] = pulse[i] * window.Coefficients[i] / window.Gain; // expect: RACE?
        }
        return output;
    }

    public double[][] CompressAll(double[][] dwell) =>
        dwell.AsParallel().AsOrdered().Select(Compress).ToArray();
}
