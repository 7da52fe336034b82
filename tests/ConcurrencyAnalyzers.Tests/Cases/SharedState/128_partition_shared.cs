// The same with the lock left out.
using System.Collections.Concurrent;

namespace Cases.S128;

public static class Integral
{
    public static double Of(Func<double, double> f, int steps)
    {
        double total = 0;
        Parallel.ForEach(Partitioner.Create(0, steps), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                total += f(i / (double)steps); // expect: RACE
            }
        });
        return total / steps;
    }
}
