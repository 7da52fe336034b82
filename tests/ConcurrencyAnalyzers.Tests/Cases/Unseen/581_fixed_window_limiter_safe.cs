// A fixed-window limiter whose window is rolled over by a timer.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U581;

public readonly record struct LimiterStats(int Used, int Rejected, int Windows);

public sealed class FixedWindowLimiter : IDisposable
{
    private readonly object _lock = new();
    private readonly Timer _rollover;
    private readonly int _limit;
    private int _used;
    private int _rejected;
    private int _windows;

    public FixedWindowLimiter(int limit, TimeSpan window)
    {
        _limit = limit;
        _rollover = new Timer(static s => ((FixedWindowLimiter)s!).Roll(), this, window, window);
    }

    public LimiterStats Stats
    {
        get
        {
            lock (_lock)
            {
                return new LimiterStats(_used, _rejected, _windows);
            }
        }
    }

    public bool TryAcquire()
    {
        lock (_lock)
        {
            if (_used >= _limit)
            {
                _rejected++;
                return false;
            }

            _used++;
            return true;
        }
    }

    private void Roll()
    {
        lock (_lock)
        {
            _used = 0;
            _windows++;
        }
    }

    public void Dispose() => _rollover.Dispose();
}

public static class ThrottledSender
{
    public static async Task<int> SendAllAsync(
        IEnumerable<string> messages, Func<string, Task> send, FixedWindowLimiter limiter)
    {
        var sent = 0;
        await Parallel.ForEachAsync(messages, async (message, token) =>
        {
            while (!limiter.TryAcquire())
            {
                await Task.Delay(50, token);
            }

            await send(message);
            Interlocked.Increment(ref sent);
        });
        return sent;
    }
}
