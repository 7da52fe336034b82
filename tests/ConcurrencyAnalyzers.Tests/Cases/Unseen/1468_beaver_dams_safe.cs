// Water levels between beaver dams even out with their neighbours; one thread per pond, all in step. difficulty: hard
using System;
using System.Linq;
using System.Threading;

namespace Menagerie.M1468;

public interface IRainfall
{
    double Fill(int pond, double level);
}

public sealed class PondModel
{
    private readonly IRainfall _rain;
    private readonly Barrier _step;
    private readonly int _rounds;
    private double[] _levels;
    private double[] _next;

    public PondModel(IRainfall rain, double[] levels, int rounds)
    {
        _rain = rain;
        _levels = levels.ToArray();
        _next = new double[levels.Length];
        _rounds = rounds;
        _step = new Barrier(levels.Length, _ => (_levels, _next) = (_next, _levels));
    }

    public double[] Run()
    {
        var ponds = Enumerable
            .Range(0, _levels.Length)
            .Select(pond => new Thread(() => Flow(pond)))
            .ToList();
        ponds.ForEach(thread => thread.Start());
        ponds.ForEach(thread => thread.Join());
        return _levels;
    }

    private void Flow(int pond)
    {
        for (int round = 0; round < _rounds; round++)
        {
            double around = Neighbours(pond);
            _next[pond] = _rain.Fill(pond, around);
            _step.SignalAndWait();
        }
    }

    private double Neighbours(int pond)
    {
        int left = Math.Max(pond - 1, 0);
        int right = Math.Min(pond + 1, _levels.Length - 1);
        return (_levels[left] + _levels[pond] + _levels[right]) / 3;
    }
}
