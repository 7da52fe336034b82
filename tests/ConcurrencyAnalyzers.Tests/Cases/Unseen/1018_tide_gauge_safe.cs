namespace Harbour.Tides;

public sealed record TideSample(DateTimeOffset At, double Level, double Trend);

public interface ITideFeed
{
    IAsyncEnumerable<double> LevelsAsync(CancellationToken ct);
}

public sealed class TideGauge : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ITideFeed _feed;
    private readonly TimeProvider _clock;
    private TideSample? _latest;
    private readonly Lock _gate = new();
    private Task? _pump;

    public TideGauge(ITideFeed feed, TimeProvider clock)
    {
        _feed = feed;
        _clock = clock;
    }

    public TideSample? Latest => Volatile.Read(ref _latest);

    public event Action<TideSample>? HighWater;

    public void Start()
    {
        lock (_gate)
        {
            _pump ??= Task.Run(() => PumpAsync(_stop.Token));
        }
    }

    private async Task PumpAsync(CancellationToken ct)
    {
        double last = double.NaN;
        bool rising = false;
        try
        {
            await foreach (double level in _feed.LevelsAsync(ct).ConfigureAwait(false))
            {
                double trend = double.IsNaN(last) ? 0 : level - last;
                var sample = new TideSample(_clock.GetUtcNow(), level, trend);
                Volatile.Write(ref _latest, sample);
                if (rising && trend < 0)
                {
                    HighWater?.Invoke(sample);
                }
                rising = trend > 0;
                last = level;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task pump;
        lock (_gate)
        {
            pump = _pump ?? Task.CompletedTask;
        }
        await pump.ConfigureAwait(false);
        _stop.Dispose();
    }
}

public static class Program
{
    private sealed class SineFeed : ITideFeed
    {
        public async IAsyncEnumerable<double> LevelsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            for (int i = 0; ; i++)
            {
                await Task.Delay(20, ct);
                yield return Math.Sin(i / 10.0);
            }
        }
    }

    public static async Task Main()
    {
        await using var gauge = new TideGauge(new SineFeed(), TimeProvider.System);
        gauge.HighWater += s => Console.WriteLine($"high water {s.Level:F2}");
        gauge.Start();
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(100);
            Console.WriteLine(gauge.Latest);
        }
    }
}
