// Sum and count go up together under the lock; an average of both without it is of two different moments.
namespace Cases.S241;

public sealed class Latencies
{
    private readonly Lock _gate = new();
    private double _sum;
    private int _count;

    public void Record(double milliseconds)
    {
        lock (_gate)
        {
            _sum += milliseconds;
            _count++;
        }
    }

    public double Average => _sum / _count; // expect: INCONSISTENT_LOCK
}

public sealed class Peak
{
    private long _worst;

    public long Worst => Interlocked.Read(ref _worst);

    public void Observe(TimeSpan latency)
    {
        if (latency.Ticks > Interlocked.Read(ref _worst))
        {
            Interlocked.Exchange(ref _worst, latency.Ticks); // expect: NON_ATOMIC
        }
    }

    public void ObserveAll(TimeSpan[] all) => Parallel.ForEach(all, Observe);
}
