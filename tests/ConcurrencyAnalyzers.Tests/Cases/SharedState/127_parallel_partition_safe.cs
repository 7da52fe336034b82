// Ranges of a partitioner: every range has a sum of its own, added under the lock.
using System.Collections.Concurrent;

namespace Cases.S127;

public static class Integral
{
    public static double Of(Func<double, double> f, int steps)
    {
        object gate = new();
        double total = 0;
        Parallel.ForEach(Partitioner.Create(0, steps), range =>
        {
            double sum = 0;
            for (int i = range.Item1; i < range.Item2; i++)
            {
                sum += f(i / (double)steps);
            }

            lock (gate) total += sum;
        });
        return total / steps;
    }
}
