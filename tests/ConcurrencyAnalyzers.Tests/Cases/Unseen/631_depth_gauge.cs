// Exchange is atomic, but the maximum that it stores was computed from an earlier read: a higher peak can be overwritten. difficulty: medium
namespace Cases.U631;

public sealed class DepthGauge
{
    private int _depth;
    private int _peak;

    public int Peak => Volatile.Read(ref _peak);

    public int Depth => Volatile.Read(ref _depth);

    public IDisposable Enter()
    {
        int depth = Interlocked.Increment(ref _depth);
        Interlocked.Exchange(ref _peak, Math.Max(_peak, depth)); // expect: NON_ATOMIC, RACE?
        return new Scope(this);
    }

    private void Leave() => Interlocked.Decrement(ref _depth);

    private sealed class Scope(DepthGauge gauge) : IDisposable
    {
        private DepthGauge? _gauge = gauge;

        public void Dispose() => Interlocked.Exchange(ref _gauge, null)?.Leave();
    }
}

public sealed class RequestPipeline(Func<string, CancellationToken, Task<string>> handler)
{
    private readonly DepthGauge _gauge = new();

    public int PeakConcurrency => _gauge.Peak;

    public async Task<string> HandleAsync(string request, CancellationToken token)
    {
        using (_gauge.Enter())
        {
            return await handler(request, token).ConfigureAwait(false);
        }
    }

    public Task<string[]> HandleAllAsync(IEnumerable<string> requests, CancellationToken token) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => HandleAsync(request, token), token)));
}
