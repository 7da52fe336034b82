// The counter is drained by Exchange, and an Interlocked flag lets only one timer callback at a time touch the plain list. difficulty: hard
namespace Cases.U636;

public sealed class TrafficSampler : IAsyncDisposable
{
    private readonly List<int> _window = [];
    private readonly Timer _timer;
    private int _bytes;
    private int _sampling;
    private int _busiest;

    public TrafficSampler(TimeSpan period)
    {
        _timer = new Timer(Sample, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(period, period);
    }

    public int Busiest => Volatile.Read(ref _busiest);

    public void Count(int bytes) => Interlocked.Add(ref _bytes, bytes);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Sample(object? state)
    {
        if (Interlocked.CompareExchange(ref _sampling, 1, 0) != 0)
        {
            return;
        }
        try
        {
            _window.Add(Interlocked.Exchange(ref _bytes, 0));
            if (_window.Count > 60)
            {
                _window.RemoveAt(0);
            }
            Volatile.Write(ref _busiest, _window.Max());
        }
        finally
        {
            Volatile.Write(ref _sampling, 0);
        }
    }
}
