// The base class runs a timer whose callback swaps the batch that request threads are adding to, with no lock. difficulty: hard
namespace Cases.U682;

public readonly record struct Metric(string Name, double Value, DateTime At);

public abstract class PeriodicSink : IDisposable
{
    private readonly Timer _timer;
    private readonly TimeSpan _period;

    protected PeriodicSink(TimeSpan period)
    {
        _period = period;
        _timer = new Timer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start() => _timer.Change(_period, _period);

    public void Dispose() => _timer.Dispose();

    protected abstract void OnTick();

    private void Tick() => OnTick();
}

public sealed class TelemetrySink : PeriodicSink
{
    private readonly Action<IReadOnlyList<Metric>> _upload;
    private List<Metric> _batch = [];

    public TelemetrySink(TimeSpan period, Action<IReadOnlyList<Metric>> upload)
        : base(period)
    {
        _upload = upload;
    }

    public void Track(string name, double value)
    {
        var metric = new Metric(name, value, DateTime.UtcNow);
        _batch.Add(metric); // expect: RACE#1
    }

    protected override void OnTick()
    {
        List<Metric> full = _batch; // expect: RACE#1
        _batch = []; // expect: RACE#1
        if (full.Count > 0)
        {
            _upload(full);
        }
    }
}
