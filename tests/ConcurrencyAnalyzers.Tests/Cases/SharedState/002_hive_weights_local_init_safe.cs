// Each thread sums for itself; the partial sums meet under the lock.
namespace Cases.S002;

public abstract class Scale
{
    protected readonly object Gate = new();
    protected double Total;

    public double Reading => Total;
}

public sealed class HiveScale(double[] frames) : Scale
{
    public double Weigh()
    {
        Parallel.For(0, frames.Length,
            () => 0.0,
            (i, _, sum) => sum + frames[i],
            sum =>
            {
                lock (Gate)
                {
                    Total += sum;
                }
            });
        return Reading;
    }
}
