// The base class's timer swaps the batch, and callers add to it, both under the lock.
namespace Cases.S160;

public abstract class Beat : IDisposable
{
    private readonly Timer _timer;

    protected Beat(TimeSpan period) => _timer = new Timer(_ => OnBeat(), null, period, period);

    public void Dispose() => _timer.Dispose();

    protected abstract void OnBeat();
}

public sealed class SpanSink(TimeSpan period, Action<List<string>> upload) : Beat(period)
{
    private readonly object _gate = new();
    private List<string> _spans = [];

    public void Track(string span)
    {
        lock (_gate)
        {
            _spans.Add(span);
        }
    }

    protected override void OnBeat()
    {
        List<string> full;
        lock (_gate)
        {
            full = _spans;
            _spans = [];
        }

        upload(full);
    }
}
