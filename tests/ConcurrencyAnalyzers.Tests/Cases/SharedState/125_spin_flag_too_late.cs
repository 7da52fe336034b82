// The flag is set back before the update.
namespace Cases.S125;

public sealed class Meter
{
    private int _busy;
    private double _sum;

    public double Measure(double[] values)
    {
        Parallel.ForEach(values, value =>
        {
            while (Interlocked.Exchange(ref _busy, 1) == 1)
            {
                Thread.Yield();
            }

            Volatile.Write(ref _busy, 0);
            _sum += value; // expect: RACE
        });
        return _sum;
    }
}
