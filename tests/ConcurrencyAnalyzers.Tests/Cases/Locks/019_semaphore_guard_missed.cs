// Two methods take the semaphore, the third goes past it.
// Blind: Count of a collection cannot break it, so a lone read of it is not reported.
namespace Cases.L019;

public sealed class Wardrobe
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly HashSet<string> _coats = [];

    public async Task HangAsync(string coat)
    {
        await _mutex.WaitAsync();
        try
        {
            _coats.Add(coat);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<bool> TakeAsync(string coat)
    {
        await _mutex.WaitAsync();
        try
        {
            return _coats.Remove(coat);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public int Count() => _coats.Count; // blind: INCONSISTENT_LOCK

    public async Task EveningAsync(string[] coats)
    {
        var hang = coats.Select(c => Task.Run(() => HangAsync(c))).ToList();
        while (Count() < coats.Length)
        {
            await Task.Delay(5);
        }

        await Task.WhenAll(hang);
    }
}
