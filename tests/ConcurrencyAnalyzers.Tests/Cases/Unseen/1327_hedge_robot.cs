// A robot trims the hedge in short passes, one after the other, until it is called back. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1327;

public interface IHedge
{
    Task<double> TrimAsync(double fromMetre);
}

public sealed class HedgeRobot
{
    private readonly CancellationTokenSource _home = new();
    private readonly List<double> _passes = [];
    private readonly IHedge _hedge;
    private readonly Task _work;
    private double _position;

    private HedgeRobot(IHedge hedge)
    {
        _hedge = hedge;
        _work = Task.Run(TrimUntilCalledAsync);
    }

    public static async Task<double[]> TrimForAsync(IHedge hedge, TimeSpan time)
    {
        var robot = new HedgeRobot(hedge);
        await Task.Delay(time);
        await robot._home.CancelAsync();
        await robot._work;
        return robot._passes.ToArray();
    }

    private async Task TrimUntilCalledAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!_home.IsCancellationRequested)
        {
            double trimmed = await _hedge.TrimAsync(_position);
            _position += trimmed;
            _passes.Add(trimmed);
            try
            {
                await timer.WaitForNextTickAsync(_home.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }
}
