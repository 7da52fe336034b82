using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode334;

public sealed class Ticker
{
    private DateTime _last;
    private int _count;

    public async Task<bool> NextTick(TimeSpan? delay = null)
    {
        var due = delay ?? _last.AddSeconds(1) - DateTime.UtcNow;
        if (due > TimeSpan.Zero)
            await Task.Delay(due).ConfigureAwait(false);
        _last = DateTime.UtcNow;
        _count++;
        return _count < 1000;
    }
}

// A variable keeps the task that is under way, and forgets it once it has been awaited: where the variable is null, none is running.
public sealed class Directory(IAsyncEnumerator<int> updates)
{
    private readonly Ticker _ticker = new();

    public async Task RunAsync(CancellationToken stop)
    {
        Task<bool>? update = null;
        Task<bool>? tick = _ticker.NextTick(TimeSpan.FromSeconds(3));
        while (!stop.IsCancellationRequested)
        {
            update ??= updates.MoveNextAsync().AsTask();
            tick ??= _ticker.NextTick();
            await Task.WhenAny(update, tick);
            if (tick.IsCompleted)
            {
                if (!await tick)
                    break;
                tick = null;
            }

            if (update.IsCompleted)
            {
                if (!await update)
                    break;
                update = null;
            }
        }
    }
}

public sealed class Watch
{
    private readonly Ticker _ticker = new();

    public async Task RunAsync(CancellationToken stop)
    {
        Task<bool>? tick = null;
        while (!stop.IsCancellationRequested)
        {
            if (tick == null)
                tick = _ticker.NextTick();
            if (await Task.WhenAny(tick, Task.Delay(100)) != tick)
                continue;
            Console.WriteLine(await tick);
            tick = null;
        }
    }
}
