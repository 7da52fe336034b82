using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Geology.WellTests;

public sealed record PumpLog(double[] Pressure, double[] Flow);

public interface IWellGauge
{
    PumpLog Read(int well);
}

public sealed class WellTest
{
    private readonly IWellGauge _gauge;
    private readonly TaskScheduler _booking = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private double _excess;
    private int _outliers;

    public WellTest(IWellGauge gauge) => _gauge = gauge;

    public Task<double> EvaluateAsync(int well)
    {
        var log = Task.Run(() => _gauge.Read(well));
        var pressure = log.ContinueWith(
            t => Scan(t.Result.Pressure, 180),
            CancellationToken.None, TaskContinuationOptions.None, _booking);
        var flow = log.ContinueWith(
            t => Scan(t.Result.Flow, 12.5),
            CancellationToken.None, TaskContinuationOptions.None, _booking);

        return Task.WhenAll(pressure, flow).ContinueWith(
            done => done.IsFaulted || _outliers == 0 ? 0 : _excess / _outliers,
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Scan(double[] values, double limit)
    {
        foreach (var value in values)
        {
            if (value > limit)
            {
                _excess += value - limit;
                _outliers++;
            }
        }
    }
}

public static class WellReport
{
    public static async Task PrintAsync(IWellGauge gauge, IEnumerable<int> wells)
    {
        foreach (var well in wells)
        {
            var mean = await new WellTest(gauge).EvaluateAsync(well);
            Console.WriteLine($"well {well}: mean excess {mean:0.000}");
        }
    }
}
