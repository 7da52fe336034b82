// A hand-made spin lock: who swaps the flag first gets in, and sets it back.
namespace Cases.S124;

public sealed class Meter
{
    private int _busy;
    private double _sum;

    public double Measure(double[] values)
    {
        Parallel.ForEach(values, value =>
        {
            var wait = new SpinWait();
            while (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            {
                wait.SpinOnce();
            }

            _sum += value;
            Volatile.Write(ref _busy, 0);
        });
        return _sum;
    }
}
