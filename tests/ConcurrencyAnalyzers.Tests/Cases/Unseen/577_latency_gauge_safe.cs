// The slowest probe of a round, kept without a lock.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U577;

public sealed class LatencyGauge
{
    private long _maxTicks;

    public TimeSpan Max => TimeSpan.FromTicks(Interlocked.Read(ref _maxTicks));

    public void Observe(TimeSpan elapsed)
    {
        var candidate = elapsed.Ticks;
        var seen = Interlocked.Read(ref _maxTicks);
        while (candidate > seen)
        {
            var before = Interlocked.CompareExchange(ref _maxTicks, candidate, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public TimeSpan TakeMax() => TimeSpan.FromTicks(Interlocked.Exchange(ref _maxTicks, 0));
}

public sealed class HealthProber
{
    private readonly HttpClient _http;
    private readonly LatencyGauge _gauge = new();

    public HealthProber(HttpClient http) => _http = http;

    public TimeSpan SlowestSoFar => _gauge.Max;

    public async Task<TimeSpan> ProbeAsync(IEnumerable<Uri> endpoints, CancellationToken ct)
    {
        await Parallel.ForEachAsync(endpoints, ct, async (endpoint, token) =>
        {
            var watch = Stopwatch.StartNew();
            using var response = await _http.GetAsync(endpoint, token);
            _gauge.Observe(watch.Elapsed);
        });

        return _gauge.TakeMax();
    }
}
