// The workers know only the interface; one of the two implementations counts with plain fields. difficulty: hard
namespace Cases.U319;

public interface IMetricSink
{
    void Record(TimeSpan latency);
}

public sealed class CountingSink : IMetricSink
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public void Record(TimeSpan latency) => Interlocked.Increment(ref _requests);
}

public sealed class SlowestSink : IMetricSink
{
    private TimeSpan _slowest;

    public TimeSpan Slowest => _slowest;

    public void Record(TimeSpan latency)
    {
        if (latency > _slowest) // expect: RACE?, NON_ATOMIC?
        {
            _slowest = latency; // expect: RACE, NON_ATOMIC?
        }
    }
}

public sealed class LoadTest(IMetricSink sink)
{
    public void Run(IEnumerable<Func<TimeSpan>> requests) =>
        Parallel.ForEach(requests, request => sink.Record(request()));
}

public static class Bench
{
    public static string Measure(Func<TimeSpan>[] requests)
    {
        var slowest = new SlowestSink();
        new LoadTest(slowest).Run(requests);
        var counting = new CountingSink();
        new LoadTest(counting).Run(requests);
        return $"{counting.Requests} requests, slowest {slowest.Slowest}";
    }
}
