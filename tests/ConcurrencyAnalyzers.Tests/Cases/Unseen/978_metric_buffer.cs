// The list is swapped atomically, but Record works on whatever list it read: several threads add at once, also after the swap. difficulty: hard
namespace Cases.U978;

public sealed class MetricBuffer
{
    private List<double> _pending = [];

    public void Record(double value)
    {
        Volatile.Read(ref _pending).Add(value); // expect: RACE, NON_ATOMIC?, CHECK_THEN_ACT?
    }

    public double Flush()
    {
        var full = Interlocked.Exchange(ref _pending, []); // expect: RACE?
        return full.Sum(); // expect: RACE?
    }

    public static double Replay(double[] morning, double[] evening)
    {
        double flushed = 0;
        var buffer = new MetricBuffer();
        Parallel.Invoke(
            () => Array.ForEach(morning, buffer.Record),
            () => Array.ForEach(evening, buffer.Record),
            () => flushed = buffer.Flush());
        return flushed + buffer.Flush();
    }
}
