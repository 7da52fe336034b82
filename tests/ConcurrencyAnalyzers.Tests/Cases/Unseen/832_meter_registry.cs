// The base class guards Readings with Gate, but the derived class walks the dictionary in its timer callback without it. difficulty: hard
namespace Cases.U832;

public abstract class MeterRegistry
{
    protected readonly object Gate = new();
    protected readonly Dictionary<string, long> Readings = [];

    public void Record(string meter, long value)
    {
        lock (Gate)
        {
            Readings[meter] = Readings.GetValueOrDefault(meter) + value;
        }
    }

    public long Read(string meter)
    {
        lock (Gate)
        {
            return Readings.GetValueOrDefault(meter);
        }
    }
}

public sealed class StatsdMeterRegistry : MeterRegistry, IAsyncDisposable
{
    private readonly Action<string> _send;
    private readonly Timer _timer;

    public StatsdMeterRegistry(Action<string> send, TimeSpan interval)
    {
        _send = send;
        _timer = new Timer(static self => ((StatsdMeterRegistry)self!).Push(), this, interval, interval);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Push()
    {
        foreach (var (meter, value) in Readings) // expect: INCONSISTENT_LOCK, RACE?
        {
            _send($"{meter}:{value}|c");
        }
    }
}
