// Compare and exchange are two separate steps: a smaller latency can overwrite a larger one recorded in between. difficulty: medium
namespace Cases.U837;

public sealed class LatencyGauge
{
    private long _worstTicks;
    private long _sumTicks;
    private int _count;

    public TimeSpan Worst => new(Interlocked.Read(ref _worstTicks));

    public TimeSpan Total => new(Interlocked.Read(ref _sumTicks));

    public int Count => Volatile.Read(ref _count);

    public void Observe(TimeSpan latency)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _sumTicks, latency.Ticks);
        if (latency.Ticks > Interlocked.Read(ref _worstTicks)) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
        {
            Interlocked.Exchange(ref _worstTicks, latency.Ticks); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        }
    }
}

public sealed class TimedPipeline(LatencyGauge gauge, Action<Uri> visit)
{
    public void Run(IEnumerable<Uri> pages)
    {
        Parallel.ForEach(pages, page =>
        {
            var start = TimeProvider.System.GetTimestamp();
            visit(page);
            gauge.Observe(TimeProvider.System.GetElapsedTime(start));
        });
    }
}
