// The values are immutable records replaced through AddOrUpdate, which retries when another thread was faster. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U875;

public sealed record EndpointStats(int Calls, int Errors, TimeSpan Total)
{
    public static readonly EndpointStats None = new(0, 0, TimeSpan.Zero);

    public TimeSpan Mean => Calls == 0 ? TimeSpan.Zero : Total / Calls;

    public EndpointStats With(TimeSpan elapsed, bool failed) =>
        new(Calls + 1, failed ? Errors + 1 : Errors, Total + elapsed);
}

public sealed class EndpointMonitor
{
    private readonly ConcurrentDictionary<string, EndpointStats> _stats = new();

    public async Task<T> MeasureAsync<T>(string endpoint, Func<Task<T>> call)
    {
        var start = TimeProvider.System.GetTimestamp();
        var failed = true;
        try
        {
            var result = await call().ConfigureAwait(false);
            failed = false;
            return result;
        }
        finally
        {
            Record(endpoint, TimeProvider.System.GetElapsedTime(start), failed);
        }
    }

    public IReadOnlyDictionary<string, TimeSpan> Means() =>
        _stats.ToArray().ToDictionary(pair => pair.Key, pair => pair.Value.Mean);

    private void Record(string endpoint, TimeSpan elapsed, bool failed)
    {
        _stats.AddOrUpdate(
            endpoint,
            static (_, arg) => EndpointStats.None.With(arg.elapsed, arg.failed),
            static (_, old, arg) => old.With(arg.elapsed, arg.failed),
            (elapsed, failed));
    }
}
