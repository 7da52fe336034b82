// Threads write their own slot, meet at the barrier, and only then read the others.
namespace Cases.S096;

public static class Diffusion
{
    public static double[] Run(int cells)
    {
        var now = new double[cells];
        var next = new double[cells];
        using var barrier = new Barrier(cells);
        var threads = new Thread[cells];
        for (int i = 0; i < cells; i++)
        {
            int me = i;
            threads[i] = new Thread(() =>
            {
                now[me] = me;
                barrier.SignalAndWait();
                next[me] = (now[Math.Max(0, me - 1)] + now[Math.Min(cells - 1, me + 1)]) / 2;
            });
        }

        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
        return next;
    }
}
