// Each worker writes its own cell of the next row; the barrier stands between writing and reading, so phases never overlap. difficulty: hard
namespace Cases.U570;

public static class HeatRod
{
    public static double[] Simulate(double[] start, int steps)
    {
        var current = (double[])start.Clone();
        var next = new double[start.Length];
        using var barrier = new Barrier(start.Length, _ => (current, next) = (next, current));
        var threads = new Thread[start.Length];
        for (int i = 0; i < start.Length; i++)
        {
            int cell = i;
            threads[cell] = new Thread(() =>
            {
                for (int step = 0; step < steps; step++)
                {
                    double left = current[Math.Max(cell - 1, 0)];
                    double right = current[Math.Min(cell + 1, start.Length - 1)];
                    next[cell] = (left + current[cell] + right) / 3;
                    barrier.SignalAndWait();
                }
            });
            threads[cell].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return current;
    }
}
