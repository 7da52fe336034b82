// Random.Shared may be used by all threads.
namespace Cases.S110;

public static class MonteCarlo
{
    public static double Pi(int throws)
    {
        int inside = 0;
        Parallel.For(0, throws, () => 0, (_, _, own) =>
        {
            double x = Random.Shared.NextDouble(), y = Random.Shared.NextDouble();
            return x * x + y * y < 1 ? own + 1 : own;
        }, own => Interlocked.Add(ref inside, own));
        return 4.0 * inside / throws;
    }
}
