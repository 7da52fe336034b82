// Read and Exchange are atomic each, but a smaller value can overwrite a larger one between them; ++ on a volatile field loses counts. difficulty: medium
namespace Cases.U818;

public sealed class LatencyStatistics
{
    private long _slowest;
    private volatile int _calls;

    public static string Measure(IEnumerable<Func<long>> calls)
    {
        var statistics = new LatencyStatistics();
        Parallel.ForEach(calls, call => statistics.Record(call()));
        return $"{statistics._calls} calls, slowest {statistics._slowest} us";
    }

    private void Record(long microseconds)
    {
        _calls++; // expect: NON_ATOMIC, RACE?
        RaiseTo(ref _slowest, microseconds); // expect: NON_ATOMIC?
    }

    private static void RaiseTo(ref long target, long value)
    {
        if (value > Interlocked.Read(ref target)) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
        {
            Interlocked.Exchange(ref target, value); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
        }
    }
}
