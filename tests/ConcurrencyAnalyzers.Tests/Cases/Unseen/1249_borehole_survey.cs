using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Geology.Boreholes;

public sealed record CoreLog(double[] Density, double[] Porosity);

public interface ILoggingSonde
{
    CoreLog Read(int hole);
}

public sealed class BoreholeSurvey
{
    private readonly ILoggingSonde _sonde;
    private double _excess;
    private int _outliers;

    public BoreholeSurvey(ILoggingSonde sonde) => _sonde = sonde;

    public Task<double> EvaluateAsync(int hole)
    {
        var log = Task.Run(() => _sonde.Read(hole));
        var density = log.ContinueWith(
            t => Scan(t.Result.Density, 2.9),
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var porosity = log.ContinueWith(
            t => Scan(t.Result.Porosity, 0.35),
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

        return Task.WhenAll(density, porosity).ContinueWith(
            done => done.IsFaulted || _outliers == 0 ? 0 : _excess / _outliers,
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Scan(double[] values, double limit)
    {
        foreach (var value in values)
        {
            if (value > limit)
            {
                _excess += value - limit; // expect: RACE#1
                _outliers++; // expect: RACE#1
            }
        }
    }
}

public static class BoreholeReport
{
    public static async Task PrintAsync(ILoggingSonde sonde, IEnumerable<int> holes)
    {
        foreach (var hole in holes)
        {
            var mean = await new BoreholeSurvey(sonde).EvaluateAsync(hole);
            Console.WriteLine($"hole {hole}: mean excess {mean:0.000}");
        }
    }
}
