// Spreads heat over a rod; each worker computes its own section step by step.
namespace Cases.U1590;

public sealed class HeatRod
{
    private readonly double[] _cells;
    private readonly int _workers;

    public HeatRod(int cells, int workers)
    {
        _cells = new double[cells];
        _cells[0] = 100;
        _workers = workers;
    }

    public double[] Run(int steps)
    {
        using var step = new Barrier(_workers);
        var threads = new Thread[_workers];
        for (int w = 0; w < _workers; w++)
        {
            var section = new Section(_cells, w * _cells.Length / _workers, (w + 1) * _cells.Length / _workers);
            threads[w] = new Thread(() =>
            {
                for (int s = 0; s < steps; s++)
                {
                    section.Relax();
                    step.SignalAndWait();
                }
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _cells;
    }
}

public sealed class Section(double[] cells, int from, int to)
{
    public void Relax()
    {
        int first = Math.Max(from, 1);
        int last = Math.Min(to, cells.Length - 1);
        for (int i = first; i < last; i++)
        {
            double around = (cells[i - 1] + cells[i + 1]) / 2; // expect: RACE#1
            cells[i] = cells[i] * 0.5 + around * 0.5; // expect: RACE#1
        }
    }
}
