using System;
using System.Linq;
using System.Threading.Tasks;

namespace Blind.C1164;

public sealed record Roof(string Policy, double AreaSquareMetres, double AgeYears);

public sealed class HailDamageModel
{
    private const int Parts = 8;
    private readonly Roof[] _roofs;
    private readonly double[] _loss;
    private readonly int[] _totalLosses = new int[Parts];
    private double _worst;

    public HailDamageModel(Roof[] roofs)
    {
        _roofs = roofs;
        _loss = new double[roofs.Length];
    }

    public double Evaluate(double hailMillimetres)
    {
        Parallel.For(0, Parts, part =>
        {
            var from = (int)((long)_roofs.Length * part / Parts);
            var to = (int)((long)_roofs.Length * (part + 1) / Parts);
            for (var i = from; i < to; i++)
            {
                _loss[i] = Loss(_roofs[i], hailMillimetres);
                if (_loss[i] >= _roofs[i].AreaSquareMetres * 180)
                    _totalLosses[part]++;
            }
        });

        _worst = _loss.Length == 0 ? 0 : _loss.Max();
        return _loss.Sum();
    }

    public string Summary() => $"worst {_worst:F0}, total losses {_totalLosses.Sum()}";

    private static double Loss(Roof roof, double hail)
    {
        var fragility = 1 - Math.Exp(-hail / 40 * (1 + roof.AgeYears / 30));
        return roof.AreaSquareMetres * 190 * fragility;
    }

    public static void Main()
    {
        var roofs = Enumerable.Range(0, 20_000).Select(n => new Roof($"P{n}", 80 + n % 90, n % 60)).ToArray();
        var model = new HailDamageModel(roofs);
        Console.WriteLine(model.Evaluate(35));
        Console.WriteLine(model.Summary());
    }
}
