// Polls the pressure of a well periodically and summarises it when polling stops.
namespace Cases.U1619;

public readonly record struct PressureSummary(int Polls, double Mean, double Peak, int Failures);

public interface IPressureGauge
{
    Task<double> ReadAsync(CancellationToken stop);
}

public sealed class WellMonitor(IPressureGauge gauge, TimeSpan period)
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<double> _pressures = [];
    private double _peak;
    private int _failures;
    private Task _polling = Task.CompletedTask;

    public void Start() => _polling = Task.Run(PollAsync);

    public async Task<PressureSummary> StopAsync()
    {
        await _stop.CancelAsync();
        await _polling;
        _stop.Dispose();
        double mean = _pressures.Count == 0 ? 0 : _pressures.Average();
        return new PressureSummary(_pressures.Count, mean, _peak, _failures);
    }

    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await PollOnceAsync();
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task PollOnceAsync()
    {
        try
        {
            double pressure = await gauge.ReadAsync(_stop.Token);
            _pressures.Add(pressure);
            _peak = Math.Max(_peak, pressure);
        }
        catch (IOException)
        {
            _failures++;
        }
    }
}

public static class WellSite
{
    public static async Task<double> PeakAsync(IReadOnlyList<IPressureGauge> gauges, TimeSpan duration)
    {
        var monitors = gauges.Select(g => new WellMonitor(g, TimeSpan.FromMilliseconds(50))).ToList();
        monitors.ForEach(m => m.Start());
        await Task.Delay(duration);
        var summaries = await Task.WhenAll(monitors.Select(m => m.StopAsync()));
        return summaries.Length == 0 ? 0 : summaries.Max(s => s.Peak);
    }
}
