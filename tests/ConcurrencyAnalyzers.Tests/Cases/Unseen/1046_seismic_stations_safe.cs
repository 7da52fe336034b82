namespace Seismology;

public sealed record Response(string Station, double[] Poles);

public interface IResponseSource
{
    Response Load(string station);
}

public sealed class ResponseCache(IResponseSource source, int capacity) : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new(LockRecursionPolicy.NoRecursion);
    private readonly Dictionary<string, Response> _responses = [];
    private readonly Queue<string> _order = new();
    private int _hits;
    private int _misses;

    public (int Hits, int Misses) Statistics => (Volatile.Read(ref _hits), Volatile.Read(ref _misses));

    public Response Get(string station)
    {
        _rw.EnterReadLock();
        try
        {
            if (_responses.TryGetValue(station, out Response? known))
            {
                Interlocked.Increment(ref _hits);
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        Response loaded = source.Load(station);
        Interlocked.Increment(ref _misses);

        _rw.EnterWriteLock();
        try
        {
            if (_responses.TryGetValue(station, out Response? other))
            {
                return other;
            }
            while (_responses.Count >= capacity)
            {
                _responses.Remove(_order.Dequeue());
            }
            _responses.Add(station, loaded);
            _order.Enqueue(station);
            return loaded;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public string[] Cached()
    {
        _rw.EnterReadLock();
        try
        {
            return _responses.Keys.ToArray();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Dispose() => _rw.Dispose();
}

public static class Magnitudes
{
    public static double[] Estimate(IReadOnlyList<(string Station, double[] Trace)> traces, ResponseCache cache)
    {
        var result = new double[traces.Count];
        Parallel.For(0, traces.Count, i =>
        {
            Response response = cache.Get(traces[i].Station);
            double gain = response.Poles.Aggregate(1.0, (g, p) => g * (1 + Math.Abs(p)));
            result[i] = Math.Log10(traces[i].Trace.Max(Math.Abs) / gain);
        });
        return result;
    }
}
