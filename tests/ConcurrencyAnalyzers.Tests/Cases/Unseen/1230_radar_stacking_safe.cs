namespace Blind.C1230;

public sealed class RadarStack
{
    private readonly double[] _energy;
    private readonly double[] _partMaximum;
    private readonly int _parts;

    public RadarStack(int bins, int parts)
    {
        _energy = new double[bins];
        _partMaximum = new double[parts];
        _parts = parts;
    }

    public (double[] Energy, double Maximum) Stack(IReadOnlyList<double[]> pulses)
    {
        using var normalise = new Barrier(_parts);
        var size = (_energy.Length + _parts - 1) / _parts;
        var threads = new Thread[_parts];
        for (var p = 0; p < _parts; p++)
        {
            var part = p;
            var from = Math.Min(p * size, _energy.Length);
            var to = Math.Min(from + size, _energy.Length);
            threads[p] = new Thread(() =>
            {
                _partMaximum[part] = AddRange(_energy.AsSpan(from, to - from), pulses, from);
                normalise.SignalAndWait();
                var maximum = _partMaximum.Max();
                foreach (ref var bin in _energy.AsSpan(from..to))
                {
                    bin /= maximum;
                }
            });
        }

        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return (_energy, _partMaximum.Max());
    }

    private static double AddRange(Span<double> bins, IReadOnlyList<double[]> pulses, int offset)
    {
        var maximum = 1.0;
        for (var i = 0; i < bins.Length; i++)
        {
            foreach (var pulse in pulses)
            {
                bins[i] += pulse[offset + i];
            }

            maximum = Math.Max(maximum, bins[i]);
        }

        return maximum;
    }
}

public static class Program
{
    public static void Main()
    {
        var pulses = Enumerable.Range(1, 8).Select(n => Enumerable.Range(0, 61).Select(i => (double)(i * n % 11)).ToArray()).ToList();
        var (energy, maximum) = new RadarStack(61, 4).Stack(pulses);
        Console.WriteLine($"{energy.Sum():F2} {maximum}");
    }
}
