namespace Cases.L1078;

public sealed class SmsTokens
{
    private readonly int _capacity;
    private int _tokens;
    private long _spent;
    private long _refused;

    public SmsTokens(int capacity)
    {
        _capacity = capacity;
        _tokens = capacity;
    }

    public bool TryTake(int segments)
    {
        while (true)
        {
            int seen = Volatile.Read(ref _tokens);
            if (seen < segments)
            {
                Interlocked.Increment(ref _refused);
                return false;
            }
            if (Interlocked.CompareExchange(ref _tokens, seen - segments, seen) == seen)
            {
                Interlocked.Add(ref _spent, segments);
                return true;
            }
        }
    }

    public void Refill(int count)
    {
        int seen;
        int next;
        do
        {
            seen = Volatile.Read(ref _tokens);
            next = Math.Min(_capacity, seen + count);
        }
        while (Interlocked.CompareExchange(ref _tokens, next, seen) != seen);
    }

    public (long Spent, long Refused) Totals() =>
        (Interlocked.Read(ref _spent), Interlocked.Read(ref _refused));
}

public static class Program
{
    public static async Task Main()
    {
        var tokens = new SmsTokens(100);
        using var refill = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        Task refiller = RefillAsync(tokens, refill, stop.Token);
        Task[] senders = Enumerable.Range(0, 6).Select(async n =>
        {
            while (!stop.IsCancellationRequested)
            {
                if (tokens.TryTake(1 + n % 3))
                {
                    await Task.Yield();
                }
                else
                {
                    await Task.Delay(5);
                }
            }
        }).ToArray();
        await Task.WhenAll(senders);
        await refiller;
        Console.WriteLine(tokens.Totals());
    }

    private static async Task RefillAsync(SmsTokens tokens, PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                tokens.Refill(10);
            }
        }
        catch (OperationCanceledException)
        {
            tokens.Refill(0);
        }
    }
}
