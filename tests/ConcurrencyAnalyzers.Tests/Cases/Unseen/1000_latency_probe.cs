// The fields belong to the one loop: ticks never overlap, and StopAsync reads them only after it has awaited the loop. difficulty: hard
namespace Cases.U1000;

public sealed class LatencyProbe
{
    private readonly Func<CancellationToken, Task<double>> _ping;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private double _sum;
    private int _pings;

    public LatencyProbe(Func<CancellationToken, Task<double>> ping, TimeSpan period)
    {
        _ping = ping;
        _loop = ProbeAsync(period);
    }

    public async Task<double> StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        return _pings == 0 ? 0 : _sum / _pings;
    }

    private async Task ProbeAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                _sum += await _ping(_stop.Token);
                _pings++;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }
}
