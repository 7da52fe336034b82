// The nearest safe twins: the lock around both reads; counts that are told one by one; the result of the step itself.
namespace Cases.S242;

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

    public double Average
    {
        get
        {
            lock (_gate)
            {
                return _sum / _count;
            }
        }
    }
}

public sealed class Counts
{
    private readonly Lock _gate = new();
    private int _sent;
    private int _failed;

    public void Record(bool failed)
    {
        lock (_gate)
        {
            _sent++;
            if (failed)
            {
                _failed++;
            }
        }
    }

    public (int Sent, int Failed) Both => (_sent, _failed);

    public int All => _sent + _failed;

    public override string ToString() => $"sent {_sent}, failed {_failed}";
}

public sealed class Numbers
{
    private int _last;

    public string Next() => "R" + Interlocked.Increment(ref _last);
}

public sealed class Peak
{
    private long _worst;

    public long Worst => Interlocked.Read(ref _worst);

    public void Observe(TimeSpan latency)
    {
        var seen = Interlocked.Read(ref _worst);
        while (latency.Ticks > seen)
        {
            var before = Interlocked.CompareExchange(ref _worst, latency.Ticks, seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }

    public void ObserveAll(TimeSpan[] all) => Parallel.ForEach(all, Observe);
}
