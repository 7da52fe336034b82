// Blind: which slots a run reads by way of Math.Max and Math.Min of its own number is not told, nor which phase of the barrier they belong to.
// Heated boxes of a hedgehog shelter even out with their neighbours; one thread per box, all in step. difficulty: hard
using System;
using System.Linq;
using System.Threading;

namespace Menagerie.M1467;

public interface IHeater
{
    double Warm(int box, double degrees);
}

public sealed class ShelterModel
{
    private readonly IHeater _heater;
    private readonly double[] _degrees;
    private readonly Barrier _step;
    private readonly int _rounds;

    public ShelterModel(IHeater heater, double[] degrees, int rounds)
    {
        _heater = heater;
        _degrees = degrees.ToArray();
        _rounds = rounds;
        _step = new Barrier(degrees.Length);
    }

    public double[] Run()
    {
        var boxes = Enumerable
            .Range(0, _degrees.Length)
            .Select(box => new Thread(() => Live(box)))
            .ToList();
        boxes.ForEach(thread => thread.Start());
        boxes.ForEach(thread => thread.Join());
        return _degrees;
    }

    private void Live(int box)
    {
        for (int round = 0; round < _rounds; round++)
        {
            double around = Neighbours(box);
            _degrees[box] = _heater.Warm(box, around); // blind: RACE#1
            _step.SignalAndWait();
        }
    }

    private double Neighbours(int box)
    {
        int left = Math.Max(box - 1, 0);
        int right = Math.Min(box + 1, _degrees.Length - 1);
        return (_degrees[left] + _degrees[box] + _degrees[right]) / 3; // blind: RACE#1
    }
}
