// Swap idiom: the full list leaves the lock, but the field got a new one in the same region, so nobody else sees the old one. difficulty: hard
namespace Cases.U660;

public sealed record Metric(string Name, double Value, DateTime At);

public interface IMetricSink
{
    Task WriteAsync(IReadOnlyList<Metric> metrics, CancellationToken token);
}

public sealed class MetricBuffer(IMetricSink sink)
{
    private readonly object _gate = new();
    private List<Metric> _pending = [];
    private int _written;

    public void Add(Metric metric)
    {
        lock (_gate)
        {
            _pending.Add(metric);
        }
    }

    public List<Metric> TakeAll()
    {
        lock (_gate)
        {
            var taken = _pending;
            _pending = new List<Metric>(taken.Count);
            return taken;
        }
    }

    public async Task<int> FlushAsync(CancellationToken token)
    {
        List<Metric> batch;
        lock (_gate)
        {
            if (_pending.Count == 0)
            {
                return 0;
            }
            batch = _pending;
            _pending = [];
        }

        batch.Sort((left, right) => left.At.CompareTo(right.At));
        await sink.WriteAsync(batch, token).ConfigureAwait(false);
        Interlocked.Add(ref _written, batch.Count);
        return batch.Count;
    }

    public int Written => Volatile.Read(ref _written);
}
