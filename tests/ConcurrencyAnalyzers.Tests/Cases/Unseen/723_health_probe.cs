// Exchange stores a maximum that was computed from an earlier read: a higher peak stored in between is overwritten. difficulty: medium
using System.Diagnostics;

namespace Cases.U723;

public sealed class LatencyPeak
{
    private long _ticks;

    public TimeSpan Value => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Record(TimeSpan elapsed)
    {
        Interlocked.Exchange(ref _ticks, Math.Max(Interlocked.Read(ref _ticks), elapsed.Ticks)); // expect: NON_ATOMIC, RACE?
    }
}

public sealed class HealthProbe(HttpClient http)
{
    private readonly LatencyPeak _peak = new();
    private int _unhealthy;

    public int Unhealthy => Volatile.Read(ref _unhealthy);

    public async Task<TimeSpan> ProbeAsync(IEnumerable<Uri> endpoints, CancellationToken stop)
    {
        await Parallel.ForEachAsync(endpoints, stop, async (endpoint, cancel) =>
        {
            long started = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(endpoint, cancel);
            if (!response.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref _unhealthy);
            }
            _peak.Record(Stopwatch.GetElapsedTime(started));
        });
        return _peak.Value;
    }
}
