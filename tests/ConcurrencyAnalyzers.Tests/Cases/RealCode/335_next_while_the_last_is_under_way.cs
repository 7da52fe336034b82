using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode335;

public sealed class Ticker
{
    private DateTime _last;
    private int _count;

    public async Task<bool> NextTick(TimeSpan? delay = null)
    {
        var due = delay ?? _last.AddSeconds(1) - DateTime.UtcNow; // expect: RACE?
        if (due > TimeSpan.Zero)
            await Task.Delay(due).ConfigureAwait(false);
        _last = DateTime.UtcNow; // expect: RACE?
        _count++; // expect: RACE
        return _count < 1000; // expect: RACE?
    }
}

public sealed class Directory(IAsyncEnumerator<int> updates)
{
    private readonly Ticker _ticker = new();

    public async Task RunAsync(CancellationToken stop)
    {
        Task<bool>? update = null;
        Task<bool>? tick = null;
        while (!stop.IsCancellationRequested)
        {
            update ??= updates.MoveNextAsync().AsTask();
            tick ??= _ticker.NextTick();
            await Task.WhenAny(update, tick);
            if (tick.IsCompleted && !await tick)
                break;

            // The period begins anew with each update; the tick that is under way goes on beside the next one.
            tick = null;
            if (update.IsCompleted)
            {
                if (!await update)
                    break;
                update = null;
            }
        }
    }
}
