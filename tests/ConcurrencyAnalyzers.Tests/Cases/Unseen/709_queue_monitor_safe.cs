// Minimum, maximum and sum of the measurements are kept with compare-exchange loops. difficulty: medium
namespace Cases.U709;

public sealed class Gauge
{
    private double _sum;
    private long _max = long.MinValue;
    private int _samples;

    public long Max => Interlocked.Read(ref _max);

    public int Samples => Volatile.Read(ref _samples);

    public double Sum => Volatile.Read(ref _sum);

    public void Observe(long value)
    {
        RaiseMax(value);
        AddToSum(value);
        Interlocked.Increment(ref _samples);
    }

    private void RaiseMax(long value)
    {
        long seen = Interlocked.Read(ref _max);
        while (value > seen)
        {
            long before = Interlocked.CompareExchange(ref _max, value, seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }

    private void AddToSum(double value)
    {
        double seen;
        do
        {
            seen = Volatile.Read(ref _sum);
        }
        while (Interlocked.CompareExchange(ref _sum, seen + value, seen) != seen);
    }
}

public sealed class QueueMonitor(IReadOnlyList<Func<CancellationToken, Task<int>>> depthProbes)
{
    private readonly Gauge _depth = new();

    public long DeepestSeen => _depth.Max;

    public Task SampleAsync(int rounds, CancellationToken stop) =>
        Task.WhenAll(depthProbes.Select(probe => Task.Run(() => SampleOneAsync(probe, rounds, stop), stop)));

    private async Task SampleOneAsync(Func<CancellationToken, Task<int>> probe, int rounds, CancellationToken stop)
    {
        for (int round = 0; round < rounds; round++)
        {
            _depth.Observe(await probe(stop));
        }
    }
}
