// Each thread writes its own slice of the next grid; the barrier separates the steps and swaps the grids in between. difficulty: hard
namespace Cases.U696;

public sealed class HeatRod
{
    private readonly int _workers;
    private double[] _current;
    private double[] _next;

    public HeatRod(double[] initial, int workers)
    {
        _workers = workers;
        _current = (double[])initial.Clone();
        _next = (double[])initial.Clone();
    }

    public double[] Run(int steps)
    {
        using var barrier = new Barrier(_workers, _ => Swap());
        var threads = new Thread[_workers];
        for (int w = 0; w < _workers; w++)
        {
            int from = SliceStart(w);
            int to = SliceStart(w + 1);
            threads[w] = new Thread(() => Simulate(barrier, steps, from, to));
            threads[w].Start();
        }
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
        return (double[])_current.Clone();
    }

    private void Simulate(Barrier barrier, int steps, int from, int to)
    {
        for (int step = 0; step < steps; step++)
        {
            for (int x = from; x < to; x++)
            {
                _next[x] = (_current[x - 1] + _current[x] + _current[x + 1]) / 3;
            }
            barrier.SignalAndWait();
        }
    }

    private void Swap() => (_current, _next) = (_next, _current);

    private int SliceStart(int worker) => 1 + worker * (_current.Length - 2) / _workers;
}
