// Spreads a ripple over a pond; each worker computes its own section step by step.
namespace Cases.U1606;

public sealed class Pond
{
    private readonly int _workers;
    private double[] _now;
    private double[] _next;
    private int _steps;

    public Pond(int cells, int workers)
    {
        _now = new double[cells];
        _next = new double[cells];
        _now[cells / 2] = 100;
        _workers = workers;
    }

    public double[] Run(int steps)
    {
        using var step = new Barrier(_workers, _ => Swap());
        var threads = new Thread[_workers];
        for (int w = 0; w < _workers; w++)
        {
            int from = w * _now.Length / _workers;
            int to = (w + 1) * _now.Length / _workers;
            threads[w] = new Thread(() => Relax(from, to, steps, step));
        }
        foreach (var thread in threads)
        {
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _steps == steps ? _now : [];
    }

    private void Relax(int from, int to, int steps, Barrier step)
    {
        for (int s = 0; s < steps; s++)
        {
            for (int i = from; i < to; i++)
            {
                double left = i == 0 ? 0 : _now[i - 1];
                double right = i == _now.Length - 1 ? 0 : _now[i + 1];
                _next[i] = _now[i] * 0.5 + (left + right) * 0.25;
            }
            step.SignalAndWait();
        }
    }

    private void Swap()
    {
        (_now, _next) = (_next, _now);
        _steps++;
    }
}
