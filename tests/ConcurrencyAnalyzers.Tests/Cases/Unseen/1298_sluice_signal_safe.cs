using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PSluiceSignalSafe;

public sealed class SluiceLight
{
    private volatile TaskCompletionSource _green = Fresh();

    public Task WhenGreenAsync() => _green.Task;

    public void ShowGreen() => _green.TrySetResult();

    public void ShowRed()
    {
        while (true)
        {
            var seen = _green;
            if (!seen.Task.IsCompleted)
            {
                return;
            }
            if (Interlocked.CompareExchange(ref _green, Fresh(), seen) == seen)
            {
                return;
            }
        }
    }

    private static TaskCompletionSource Fresh()
        => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public sealed class SluiceKeeper
{
    private readonly SluiceLight _light = new();

    private async Task KeepAsync(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            _light.ShowRed();
            await Task.Yield();
            _light.ShowGreen();
        }
    }

    private async Task<int> SailAsync(int passages)
    {
        int done = 0;
        while (done < passages)
        {
            await _light.WhenGreenAsync().ConfigureAwait(false);
            done++;
            await Task.Yield();
        }
        return done;
    }

    public async Task<int> DayAsync(int keepers, int boats)
    {
        var sailing = new List<Task<int>>();
        for (int b = 0; b < boats; b++)
        {
            sailing.Add(Task.Run(() => SailAsync(20)));
        }
        var keeping = new List<Task>();
        for (int k = 0; k < keepers; k++)
        {
            keeping.Add(Task.Run(() => KeepAsync(500)));
        }
        await Task.WhenAll(keeping);
        _light.ShowGreen();
        var passages = await Task.WhenAll(sailing);
        return passages.Length;
    }
}
