// Overlapping timer callbacks are turned away by the busy flag; the totals are read after the timer has been disposed and drained. difficulty: hard
namespace Cases.U749;

public sealed class DiskSpaceWatcher : IAsyncDisposable
{
    private readonly Func<long> _freeBytes;
    private readonly Timer _timer;
    private int _busy;
    private int _samples;
    private long _lowest = long.MaxValue;
    private double _sum;

    public DiskSpaceWatcher(Func<long> freeBytes, TimeSpan period)
    {
        _freeBytes = freeBytes;
        _timer = new Timer(OnTick, null, period, period);
    }

    public async Task<string> StopAsync()
    {
        await _timer.DisposeAsync();
        return _samples == 0
            ? "no samples"
            : $"{_samples} samples, mean {_sum / _samples:F0}, lowest {_lowest}";
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void OnTick(object? state)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1)
        {
            return;
        }
        try
        {
            long free = _freeBytes();
            _samples++;
            _sum += free;
            _lowest = Math.Min(_lowest, free);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }
}
