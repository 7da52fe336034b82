// Request durations are counted in buckets, which an exporter reads and empties once a period. difficulty: medium
namespace Cases.U1636;

public sealed class DurationBuckets(params int[] limits)
{
    private readonly long[] _counts = new long[limits.Length + 1];
    private long _total;

    public void Record(int milliseconds)
    {
        int bucket = 0;
        while (bucket < limits.Length && milliseconds > limits[bucket])
        {
            bucket++;
        }
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _total, milliseconds);
    }

    public (long[] Counts, long Total) Drain()
    {
        var drained = new long[_counts.Length];
        for (int i = 0; i < drained.Length; i++)
        {
            drained[i] = Interlocked.Exchange(ref _counts[i], 0);
        }
        return (drained, Interlocked.Exchange(ref _total, 0));
    }
}

public interface IExporter
{
    Task ExportAsync(string name, long[] counts, long total);
}

public sealed class TelemetryLoop(DurationBuckets buckets, IExporter exporter)
{
    private readonly CancellationTokenSource _stop = new();
    private Task? _loop;

    public void Start(TimeSpan period) => _loop = Task.Run(() => RunAsync(period));

    public async Task StopAsync()
    {
        _stop.Cancel();
        if (_loop is { } loop)
        {
            await loop;
        }
    }

    public Task ServeAsync(IEnumerable<Func<int>> requests) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => buckets.Record(request()))));

    private async Task RunAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        while (!_stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync();
            var (counts, total) = buckets.Drain();
            await exporter.ExportAsync("durations", counts, total);
        }
    }
}
