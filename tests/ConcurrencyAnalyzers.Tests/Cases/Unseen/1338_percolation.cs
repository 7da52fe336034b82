// Water seeps through a layered soil: every worker owns a strip, and all of them go on to the next step together. difficulty: hard
using System.Threading;

namespace Menagerie.M1338;

public sealed class WetSoil
{
    private double[] _wet;
    private double[] _next;

    private WetSoil(double[] soil)
    {
        _wet = [.. soil];
        _next = new double[soil.Length];
    }

    public static double[] Percolate(double[] soil, int workers, int steps)
    {
        var wetSoil = new WetSoil(soil);
        wetSoil.Run(workers, steps);
        return wetSoil._wet;
    }

    private void Run(int workers, int steps)
    {
        using var barrier = new Barrier(workers, _ => (_wet, _next) = (_next, _wet));
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int from = w * _wet.Length / workers;
            int to = (w + 1) * _wet.Length / workers;
            threads[w] = new Thread(() =>
            {
                for (int step = 0; step < steps; step++)
                {
                    SeepThrough(from, to);
                    barrier.SignalAndWait();
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
    }

    private void SeepThrough(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            double above = i == 0 ? 1.0 : _wet[i - 1];
            _next[i] = (above + _wet[i]) / 2;
        }
    }
}
