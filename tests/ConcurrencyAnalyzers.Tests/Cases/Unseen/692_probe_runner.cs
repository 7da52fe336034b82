// The maximum is read and then exchanged: a larger value written in between is overwritten by a smaller one. difficulty: medium
using System.Diagnostics;

namespace Cases.U692;

public sealed class LatencyTracker
{
    private long _count;
    private long _worstMs;

    public long WorstMs => Interlocked.Read(ref _worstMs);

    public long Count => Interlocked.Read(ref _count);

    public void Record(long elapsedMs)
    {
        Interlocked.Increment(ref _count);
        if (elapsedMs > Interlocked.Read(ref _worstMs)) // expect: NON_ATOMIC#1
        {
            Interlocked.Exchange(ref _worstMs, elapsedMs); // expect: NON_ATOMIC#1
        }
    }
}

public sealed class ProbeRunner(HttpClient http)
{
    private readonly LatencyTracker _latency = new();

    public async Task<long> ProbeAsync(IEnumerable<Uri> endpoints, CancellationToken stop)
    {
        await Parallel.ForEachAsync(endpoints, stop, async (endpoint, token) =>
        {
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await http.GetAsync(endpoint, token);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            _latency.Record((long)elapsed.TotalMilliseconds);
        });
        return _latency.WorstMs;
    }
}
