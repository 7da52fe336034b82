using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Web.Csrf;

public sealed class NonceRegistry(TimeProvider clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _live = new(StringComparer.Ordinal);
    private int _sweeping;
    private long _spent;

    public long Spent => Interlocked.Read(ref _spent);

    public string Issue()
    {
        while (true)
        {
            string nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            if (_live.TryAdd(nonce, clock.GetUtcNow() + lifetime))
            {
                SweepIfDue();
                return nonce;
            }
        }
    }

    public bool Spend(string nonce)
    {
        if (!_live.TryRemove(nonce, out DateTimeOffset expires))
        {
            return false;
        }
        if (expires < clock.GetUtcNow())
        {
            return false;
        }
        Interlocked.Increment(ref _spent);
        return true;
    }

    private void SweepIfDue()
    {
        if (_live.Count < 1024 || Interlocked.CompareExchange(ref _sweeping, 1, 0) != 0)
        {
            return;
        }
        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            foreach (KeyValuePair<string, DateTimeOffset> pair in _live)
            {
                if (pair.Value < now)
                {
                    _live.TryRemove(pair);
                }
            }
        }
        finally
        {
            Volatile.Write(ref _sweeping, 0);
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var registry = new NonceRegistry(TimeProvider.System, TimeSpan.FromMinutes(1));
        string[] nonces = Enumerable.Range(0, 500).Select(_ => registry.Issue()).ToArray();
        int accepted = 0;
        await Parallel.ForEachAsync(nonces.Concat(nonces), (nonce, _) =>
        {
            if (registry.Spend(nonce))
            {
                Interlocked.Increment(ref accepted);
            }
            return ValueTask.CompletedTask;
        });
        Console.WriteLine($"{accepted} {registry.Spent}");
    }
}
