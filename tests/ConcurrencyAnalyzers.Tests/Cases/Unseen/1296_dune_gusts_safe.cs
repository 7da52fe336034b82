using System;
using System.Threading;
using System.Threading.Tasks;

namespace PDuneGustsSafe;

public interface IGusts
{
    double Next();
}

public sealed class SeededGusts : IGusts, IDisposable
{
    private readonly ThreadLocal<Random> _source;
    private readonly double _mean;
    private int _seed;

    public SeededGusts(int seed, double mean)
    {
        _seed = seed;
        _source = new ThreadLocal<Random>(() => new Random(Interlocked.Increment(ref _seed)));
        _mean = mean;
    }

    public double Next()
    {
        return -_mean * Math.Log(1.0 - _source.Value!.NextDouble());
    }

    public void Dispose() => _source.Dispose();
}

public sealed class DuneField
{
    private readonly IGusts _gusts;

    public DuneField(IGusts gusts) => _gusts = gusts;

    public double[] Blow(int dunes, int hours)
    {
        var moved = new double[dunes];
        Parallel.For(0, dunes, d =>
        {
            double metres = 0;
            for (int h = 0; h < hours; h++)
            {
                metres += _gusts.Next() * 0.01;
            }
            moved[d] = metres;
        });
        return moved;
    }

    public static double[] Season()
    {
        using var gusts = new SeededGusts(41, 6.5);
        return new DuneField(gusts).Blow(500, 2000);
    }
}
