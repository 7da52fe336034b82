// The signal says that the work is done, and is given before the result is stored.
namespace SignalBeforeTheResult;

public sealed class LoadTest(Func<int, double> run)
{
    private readonly double[] _times = new double[8];

    public double Slowest()
    {
        using var left = new CountdownEvent(_times.Length);
        for (int i = 0; i < _times.Length; i++)
        {
            int number = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                var time = run(number);
                left.Signal();
                _times[number] = time; // expect: RACE#1
            });
        }

        left.Wait();
        double slowest = 0;
        for (int i = 0; i < _times.Length; i++)
        {
            slowest = Math.Max(slowest, _times[i]); // expect: RACE#1
        }

        return slowest;
    }

    public double Once()
    {
        double time = 0;
        using var done = new ManualResetEventSlim();
        new Thread(() =>
        {
            done.Set();
            time = run(0); // expect: RACE#2
        }).Start();
        done.Wait();
        return time; // expect: RACE#2
    }
}
