namespace Cases.L1077;

public sealed class CircuitOpenException() : Exception("payment provider suspended");

public sealed class PaymentBreaker
{
    private const int Limit = 5;
    private volatile int _failures;
    private long _openUntilTicks;

    public bool IsOpen => Volatile.Read(ref _openUntilTicks) > DateTime.UtcNow.Ticks;

    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        if (IsOpen)
        {
            throw new CircuitOpenException();
        }
        try
        {
            T result = await call(ct);
            _failures = 0;
            return result;
        }
        catch (HttpRequestException)
        {
            OnFailure();
            throw;
        }
    }

    private void OnFailure()
    {
        _failures++; // expect: NON_ATOMIC, RACE?
        if (_failures >= Limit) // expect: NON_ATOMIC?, CHECK_THEN_ACT?
        {
            Volatile.Write(ref _openUntilTicks, DateTime.UtcNow.AddSeconds(30).Ticks);
            _failures = 0; // expect: NON_ATOMIC?, CHECK_THEN_ACT?
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var breaker = new PaymentBreaker();
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost:9090") };
        Task<string>[] calls = Enumerable.Range(0, 40)
            .Select(i => Task.Run(() => breaker.CallAsync(ct => http.GetStringAsync($"/pay/{i}", ct), CancellationToken.None)))
            .ToArray();
        try
        {
            await Task.WhenAll(calls);
        }
        catch (Exception e) when (e is HttpRequestException or CircuitOpenException)
        {
            Console.WriteLine($"{calls.Count(c => c.IsFaulted)} failed, open: {breaker.IsOpen}");
        }
    }
}
