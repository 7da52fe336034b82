// One Random object is used by all iterations: it is not safe for several threads.
namespace Cases.S109;

public static class MonteCarlo
{
    public static double Pi(int throws)
    {
        var random = new Random(42);
        var hits = new bool[throws];
        Parallel.For(0, throws, i =>
        {
            double x = random.NextDouble(), y = random.NextDouble(); // expect: RACE
            hits[i] = x * x + y * y < 1;
        });
        return 4.0 * hits.Count(h => h) / throws;
    }
}
