namespace Simulation.NBody;

public struct Body
{
    public double X, Y, Vx, Vy, Mass;
}

public sealed class Galaxy
{
    private readonly int _workers;
    private Body[] _current;
    private Body[] _next;
    private double _elapsed;

    public Galaxy(Body[] bodies, int workers)
    {
        _current = (Body[])bodies.Clone();
        _next = new Body[bodies.Length];
        _workers = workers;
    }

    public Body[] Run(int steps, double dt)
    {
        using var barrier = new Barrier(_workers, _ =>
        {
            (_current, _next) = (_next, _current);
            _elapsed += dt;
        });

        var threads = new Thread[_workers];
        for (int w = 0; w < _workers; w++)
        {
            int worker = w;
            threads[w] = new Thread(() =>
            {
                for (int s = 0; s < steps; s++)
                {
                    Advance(worker, dt);
                    barrier.SignalAndWait();
                }
            });
            threads[w].Start();
        }
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
        Console.WriteLine($"t = {_elapsed:F3}");
        return _current;
    }

    private void Advance(int worker, double dt)
    {
        for (int i = worker; i < _current.Length; i += _workers)
        {
            Body me = _current[i];
            double ax = 0, ay = 0;
            for (int j = 0; j < _current.Length; j++)
            {
                if (j == i)
                {
                    continue;
                }
                double dx = _current[j].X - me.X, dy = _current[j].Y - me.Y;
                double r2 = dx * dx + dy * dy + 1e-6;
                double f = _current[j].Mass / (r2 * Math.Sqrt(r2));
                ax += f * dx;
                ay += f * dy;
            }
            me.Vx += ax * dt;
            me.Vy += ay * dt;
            me.X += me.Vx * dt;
            me.Y += me.Vy * dt;
            _next[i] = me;
        }
    }
}
