// The counter is incremented by Interlocked, but read and reset in two plain steps: hits between the two are lost. difficulty: medium
namespace Cases.U635;

public sealed record RateSample(string Endpoint, int Hits);

public sealed class EndpointMeter(string endpoint)
{
    private int _hits;

    public string Endpoint { get; } = endpoint;

    public void Hit() => Interlocked.Increment(ref _hits);

    public RateSample Collect()
    {
        int hits = _hits; // expect: NON_ATOMIC#1, RACE?
        _hits = 0; // expect: NON_ATOMIC#1, RACE?
        return new RateSample(Endpoint, hits);
    }
}

public sealed class MeterRegistry(IEnumerable<string> endpoints)
{
    private readonly Dictionary<string, EndpointMeter> _meters =
        endpoints.ToDictionary(name => name, name => new EndpointMeter(name), StringComparer.Ordinal);

    public void Record(string endpoint)
    {
        if (_meters.TryGetValue(endpoint, out var meter))
        {
            meter.Hit();
        }
    }

    public async Task ReportAsync(TextWriter output, TimeSpan period, CancellationToken token)
    {
        using var timer = new PeriodicTimer(period);
        while (await timer.WaitForNextTickAsync(token).ConfigureAwait(false))
        {
            foreach (var meter in _meters.Values)
            {
                var sample = meter.Collect();
                await output.WriteLineAsync($"{sample.Endpoint} {sample.Hits}").ConfigureAwait(false);
            }
        }
    }
}
