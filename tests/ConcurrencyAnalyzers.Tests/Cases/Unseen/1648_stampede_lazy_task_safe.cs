// Values are loaded once for each key; a load that failed is forgotten, so that the next one asks again. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1648;

public sealed class LoadOnceCache<T>(Func<string, Task<T>> load)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _loads = new();
    private int _failures;

    public int Failures => Volatile.Read(ref _failures);

    public async Task<T> GetAsync(string key)
    {
        var entry = _loads.GetOrAdd(key, static (k, loader) => new Lazy<Task<T>>(() => loader(k)), load);
        try
        {
            return await entry.Value;
        }
        catch
        {
            if (Forget(key, entry))
            {
                Interlocked.Increment(ref _failures);
            }
            throw;
        }
    }

    private bool Forget(string key, Lazy<Task<T>> entry) =>
        _loads.TryRemove(KeyValuePair.Create(key, entry));
}

static class Program
{
    static async Task Main()
    {
        int calls = 0;
        var cache = new LoadOnceCache<int>(async key =>
        {
            int call = Interlocked.Increment(ref calls);
            await Task.Delay(20);
            return call % 3 == 0 ? throw new TimeoutException(key) : key.Length;
        });
        var keys = Enumerable.Range(0, 100).Select(i => $"tenant/{i % 4}");
        int[] lengths = await Task.WhenAll(keys.Select(key => Task.Run(() => LengthAsync(cache, key))));
        Console.WriteLine($"{lengths.Sum()}, {cache.Failures} failures");
    }

    private static async Task<int> LengthAsync(LoadOnceCache<int> cache, string key)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                return await cache.GetAsync(key);
            }
            catch (TimeoutException)
            {
                await Task.Yield();
            }
        }
        return 0;
    }
}
