// volatile makes the reads fresh, but ++ and -- on it are still read-modify-write, so the in-flight count drifts. difficulty: easy
namespace Cases.U836;

public sealed class RequestLimiter(int limit, Func<string, Task<string>> handler)
{
    private volatile int _inFlight;
    private volatile bool _accepting = true;

    public int InFlight => _inFlight;

    public void Close() => _accepting = false;

    public async Task<string> HandleAsync(string request)
    {
        if (!_accepting || _inFlight > limit) // expect: NON_ATOMIC?, CHECK_THEN_ACT?
        {
            return "503";
        }
        _inFlight++; // expect: NON_ATOMIC#1, RACE?
        try
        {
            return await handler(request).ConfigureAwait(false);
        }
        finally
        {
            _inFlight--; // expect: NON_ATOMIC#1, RACE?
        }
    }
}

public static class RequestLoop
{
    public static Task<string[]> ServeAsync(RequestLimiter limiter, IEnumerable<string> requests) =>
        Task.WhenAll(requests.Select(r => Task.Run(() => limiter.HandleAsync(r))));
}
