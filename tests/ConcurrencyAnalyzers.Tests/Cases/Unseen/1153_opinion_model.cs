// Blind: phases of a barrier that are left out in one of its turns.
using System;
using System.Linq;
using System.Threading;

namespace Blind.C1153;

/// Voters on a ring adopt the mean opinion of themselves and their two neighbours, in rounds.
public sealed class OpinionModel
{
    private readonly double[] _opinions;
    private readonly int _workers;

    public OpinionModel(double[] opinions, int workers)
    {
        _opinions = opinions;
        _workers = workers;
    }

    public void Run(int rounds)
    {
        using var barrier = new Barrier(_workers);
        var threads = Enumerable.Range(0, _workers)
            .Select(w => new Thread(() => Work(w, rounds, barrier)))
            .ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private void Work(int worker, int rounds, Barrier barrier)
    {
        var n = _opinions.Length;
        var from = n * worker / _workers;
        var to = n * (worker + 1) / _workers;
        var mine = new double[to - from];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = from; i < to; i++)
            {
                mine[i - from] = (_opinions[(i + n - 1) % n] + _opinions[i] + _opinions[(i + 1) % n]) / 3; // blind: RACE#1
            }
            mine.CopyTo(_opinions, from); // blind: RACE#1
            barrier.SignalAndWait();
        }
    }
}
