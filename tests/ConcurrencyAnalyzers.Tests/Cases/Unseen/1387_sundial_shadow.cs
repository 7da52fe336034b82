// Measures the shadow of a sundial from several cameras and keeps the sum for the mean, under a very short lock. difficulty: hard
namespace Cabinet.C1387;

public sealed class ShadowMean
{
    private readonly SpinLock _spin = new(enableThreadOwnerTracking: false); // expect: SYNC_PRIMITIVE?, LOCK_MISUSE?
    private double _sum;
    private int _count;

    public void Add(double length)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken); // expect: SYNC_PRIMITIVE?, LOCK_MISUSE?
            _sum += length; // expect: RACE#1
            _count++; // expect: RACE#1
        }
        finally
        {
            if (taken)
            {
                _spin.Exit(); // expect: SYNC_PRIMITIVE?, LOCK_MISUSE?
            }
        }
    }

    public static double Measure(IEnumerable<double> lengths)
    {
        var mean = new ShadowMean();
        Parallel.ForEach(lengths, mean.Add);
        return mean._count == 0 ? 0 : mean._sum / mean._count;
    }
}
