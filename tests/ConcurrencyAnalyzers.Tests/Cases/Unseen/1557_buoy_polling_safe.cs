// Polls a wave buoy by a timer that is set again at the end of every poll, sooner when the sea is rough, and sums up on shutdown. difficulty: hard
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1557;

public sealed class WaveBuoy : IAsyncDisposable
{
    private readonly Func<double> _poll;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private bool _stopped;
    private double _highest;
    private double _smoothed;
    private int _polls;

    public WaveBuoy(Func<double> poll)
    {
        _poll = poll;
        _timer = new Timer(_ => Poll(), null, Timeout.Infinite, Timeout.Infinite);
    }

    public void Start() => Rearm(TimeSpan.Zero);

    public async Task<string> StopAsync()
    {
        await DisposeAsync();
        return $"{_polls} polls, highest {_highest:F1} m, at the end {_smoothed:F1} m";
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _stopped = true;
        }
        await _timer.DisposeAsync();
    }

    private void Poll()
    {
        double metres = _poll();
        _polls++;
        _highest = Math.Max(_highest, metres);
        _smoothed += (metres - _smoothed) / Math.Min(_polls, 10);
        Rearm(_smoothed > 3 ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(1));
    }

    private void Rearm(TimeSpan due)
    {
        lock (_gate)
        {
            if (!_stopped)
            {
                _timer.Change(due, Timeout.InfiniteTimeSpan);
            }
        }
    }
}

public static class BuoyStation
{
    public static async Task<string> WatchAsync(Func<double> poll, CancellationToken closing)
    {
        await using var buoy = new WaveBuoy(poll);
        buoy.Start();
        await Task.Delay(Timeout.InfiniteTimeSpan, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await buoy.StopAsync();
    }
}
