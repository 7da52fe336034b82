// A token bucket limits outgoing calls; a timer refills it up to its capacity. difficulty: medium
namespace Cases.U1624;

public sealed class TokenBucket : IDisposable
{
    private readonly int _capacity;
    private readonly Timer _refill;
    private int _tokens;

    public TokenBucket(int capacity, int perPeriod, TimeSpan period)
    {
        _capacity = capacity;
        _tokens = capacity;
        _refill = new Timer(_ => Refill(perPeriod), null, period, period);
    }

    public bool TryTake()
    {
        if (Interlocked.Decrement(ref _tokens) >= 0)
        {
            return true;
        }
        Interlocked.Increment(ref _tokens);
        return false;
    }

    public void Dispose() => _refill.Dispose();

    private void Refill(int amount)
    {
        int available;
        int filled;
        do
        {
            available = Volatile.Read(ref _tokens);
            filled = Math.Min(_capacity, available + amount);
        }
        while (Interlocked.CompareExchange(ref _tokens, filled, available) != available);
    }
}

public sealed class EgressGateway(TokenBucket bucket, Func<string, Task<int>> call)
{
    private int _throttled;

    public int Throttled => Volatile.Read(ref _throttled);

    public async Task<int> CallAllAsync(IEnumerable<string> targets)
    {
        var answers = await Task.WhenAll(targets.Select(target => Task.Run(() => CallOneAsync(target))));
        return answers.Count(status => status == 200);
    }

    private async Task<int> CallOneAsync(string target)
    {
        if (!bucket.TryTake())
        {
            Interlocked.Increment(ref _throttled);
            return 429;
        }
        return await call(target);
    }
}
