// Lets moss spread over a row of stones: several threads work out the next season from the present one, then all go on together. difficulty: hard
using System;
using System.Linq;
using System.Threading;

namespace Menagerie.M1548;

public sealed class MossWall
{
    private readonly Func<double, double, double, double> _spread;
    private readonly int _seasons;
    private double[] _now;
    private double[] _next;
    private int _season;

    public MossWall(double[] cover, int seasons, Func<double, double, double, double> spread)
    {
        _now = cover.ToArray();
        _next = new double[cover.Length];
        _seasons = seasons;
        _spread = spread;
    }

    public double[] Grow(int gardeners)
    {
        using var endOfSeason = new Barrier(gardeners, _ => Turn());
        var threads = Enumerable.Range(0, gardeners)
            .Select(gardener => new Thread(() => Tend(gardener, gardeners, endOfSeason)))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _now;
    }

    private void Tend(int gardener, int gardeners, Barrier endOfSeason)
    {
        int from = _now.Length * gardener / gardeners;
        int to = _now.Length * (gardener + 1) / gardeners;
        while (_season < _seasons)
        {
            for (int stone = from; stone < to; stone++)
            {
                double left = stone > 0 ? _now[stone - 1] : 0;
                double right = stone < _now.Length - 1 ? _now[stone + 1] : 0;
                _next[stone] = _spread(left, _now[stone], right);
            }
            endOfSeason.SignalAndWait();
        }
    }

    private void Turn()
    {
        (_now, _next) = (_next, _now);
        _season++;
    }
}
