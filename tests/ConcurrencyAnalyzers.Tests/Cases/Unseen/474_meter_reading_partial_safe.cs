// Both parts take the same lock: the timer's part through a private helper that is only called with the lock held. difficulty: medium
namespace Cases.U474;

public sealed partial class MeterReadings
{
    private readonly Lock _sync = new();
    private readonly Queue<double> _window = new();
    private double _sum;

    public void Add(double kilowatts)
    {
        lock (_sync)
        {
            _window.Enqueue(kilowatts);
            _sum += kilowatts;
            Shrink(96);
        }
    }

    public double Average()
    {
        lock (_sync)
        {
            return _window.Count == 0 ? 0 : _sum / _window.Count;
        }
    }
}

public sealed partial class MeterReadings : IAsyncDisposable
{
    private readonly Timer _daily;

    public MeterReadings(TimeSpan period)
    {
        _daily = new Timer(static state => ((MeterReadings)state!).StartDay(), this, period, period);
    }

    public ValueTask DisposeAsync() => _daily.DisposeAsync();

    private void StartDay()
    {
        lock (_sync)
        {
            Shrink(0);
        }
    }

    private void Shrink(int keep)
    {
        while (_window.Count > keep)
        {
            _sum -= _window.Dequeue();
        }
    }
}
