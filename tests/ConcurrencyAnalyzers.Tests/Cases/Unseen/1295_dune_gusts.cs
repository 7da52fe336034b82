using System;
using System.Threading.Tasks;

namespace PDuneGusts;

public interface IGusts
{
    double Next();
}

public sealed class SeededGusts : IGusts
{
    private readonly Random _source;
    private readonly double _mean;

    public SeededGusts(int seed, double mean)
    {
        _source = new Random(seed);
        _mean = mean;
    }

    public double Next()
    {
        return -_mean * Math.Log(1.0 - _source.NextDouble()); // expect: RACE
    }
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

    public static double[] Season() => new DuneField(new SeededGusts(41, 6.5)).Blow(500, 2000);
}
