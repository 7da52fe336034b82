// The partial sums are private, the place where they meet is not.
namespace Cases.S003;

public static class HiveScale
{
    public static double Weigh(double[] frames)
    {
        double total = 0;
        Parallel.For(0, frames.Length,
            () => 0.0,
            (i, _, sum) => sum + frames[i],
            sum => total += sum); // expect: RACE
        return total;
    }
}
