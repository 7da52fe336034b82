// The base class keeps the sum; the derived class adds to it from the iterations of Parallel.For.
namespace Cases.S001;

public abstract class Scale
{
    protected double Total;

    public double Reading => Total;
}

public sealed class HiveScale(double[] frames) : Scale
{
    public double Weigh()
    {
        Parallel.For(0, frames.Length, i =>
        {
            Total += frames[i]; // expect: RACE
        });
        return Reading;
    }
}
