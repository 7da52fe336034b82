// Values are loaded once for each key: whoever asks for a missing key waits at the gate of that key. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1647;

public sealed class KeyGates
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    public SemaphoreSlim Of(string key)
    {
        if (_gates.TryGetValue(key, out var known))
        {
            return known;
        }
        var gate = new SemaphoreSlim(1, 1);
        _gates[key] = gate; // expect: CHECK_THEN_ACT
        return gate;
    }
}

public sealed class LoadOnceCache<T>(Func<string, Task<T>> load)
{
    private readonly ConcurrentDictionary<string, T> _values = new();
    private readonly KeyGates _gates = new();
    private int _loads;

    public int Loads => Volatile.Read(ref _loads);

    public async Task<T> GetAsync(string key)
    {
        if (_values.TryGetValue(key, out var hit))
        {
            return hit;
        }
        var gate = _gates.Of(key);
        await gate.WaitAsync();
        try
        {
            if (_values.TryGetValue(key, out var loaded))
            {
                return loaded;
            }
            Interlocked.Increment(ref _loads);
            loaded = await load(key);
            _values[key] = loaded; // expect: CHECK_THEN_ACT?
            return loaded;
        }
        finally
        {
            gate.Release();
        }
    }
}

static class Program
{
    static async Task Main()
    {
        var cache = new LoadOnceCache<int>(async key =>
        {
            await Task.Delay(20);
            return key.Length;
        });
        var keys = Enumerable.Range(0, 100).Select(i => $"tenant/{i % 4}");
        int[] lengths = await Task.WhenAll(keys.Select(key => Task.Run(() => cache.GetAsync(key))));
        Console.WriteLine($"{lengths.Sum()} in {cache.Loads} loads");
    }
}
