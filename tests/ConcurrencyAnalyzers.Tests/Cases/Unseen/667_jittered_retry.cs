// One Random instance serves all parallel calls; Random is not thread-safe and may get stuck returning zero. difficulty: easy
namespace Cases.U667;

public sealed record RetryPolicy(int MaxAttempts, TimeSpan BaseDelay);

public sealed class JitteredRetry(RetryPolicy policy)
{
    private readonly Random _jitter = new();

    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await action(token).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (attempt < policy.MaxAttempts)
            {
                await Task.Delay(DelayBefore(attempt), token).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan DelayBefore(int attempt)
    {
        double factor = Math.Pow(2, attempt - 1) * (0.5 + _jitter.NextDouble()); // expect: RACE
        return policy.BaseDelay * factor;
    }
}

public sealed class ProductCrawler(HttpClient http)
{
    private readonly JitteredRetry _retry = new(new RetryPolicy(5, TimeSpan.FromMilliseconds(100)));

    public async Task<int> CrawlAsync(IEnumerable<Uri> pages, CancellationToken token)
    {
        long bytes = 0;
        await Parallel.ForEachAsync(pages, token, async (page, ct) =>
        {
            var body = await _retry.ExecuteAsync(inner => http.GetStringAsync(page, inner), ct).ConfigureAwait(false);
            Interlocked.Add(ref bytes, body.Length);
        }).ConfigureAwait(false);
        return (int)(bytes / 1024);
    }
}
