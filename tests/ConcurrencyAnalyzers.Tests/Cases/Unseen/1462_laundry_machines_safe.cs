// Tokens of laundry machines go back to a shared pool when they are returned or forgotten; the pool counts both. difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1462;

public static class TokenPool
{
    private static readonly ConcurrentBag<int> s_free = new();
    private static int s_minted;
    private static int s_forgotten;

    public static int Forgotten => Volatile.Read(ref s_forgotten);

    public static int Take() => s_free.TryTake(out int number) ? number : Interlocked.Increment(ref s_minted);

    public static void GiveBack(int number, bool forgotten)
    {
        if (forgotten)
        {
            Interlocked.Increment(ref s_forgotten);
        }
        s_free.Add(number);
    }
}

public sealed class WashToken : IDisposable
{
    private int _returned;

    public WashToken() => Number = TokenPool.Take();

    ~WashToken() => Return(forgotten: true);

    public int Number { get; }

    public void Dispose()
    {
        Return(forgotten: false);
        GC.SuppressFinalize(this);
    }

    private void Return(bool forgotten)
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            TokenPool.GiveBack(Number, forgotten);
        }
    }
}

public sealed class Laundry
{
    private readonly Func<int, string, Task> _wash;

    public Laundry(Func<int, string, Task> wash) => _wash = wash;

    public async Task<int> RunAsync(IEnumerable<string> loads)
    {
        await Task.WhenAll(loads.Select(load => Task.Run(() => WashOneAsync(load))));
        return TokenPool.Forgotten;
    }

    private async Task WashOneAsync(string load)
    {
        using var token = new WashToken();
        await _wash(token.Number, load);
    }
}
