// The signal is given when the result is stored; what the flow does afterwards concerns nobody who waits.
namespace SignalAfterTheResultSafe;

public sealed class LoadTest(Func<int, double> run, Action<int> log)
{
    private readonly double[] _times = new double[8];
    private int _ended;

    public int Ended => Volatile.Read(ref _ended);

    public double Slowest()
    {
        using var left = new CountdownEvent(_times.Length);
        for (int i = 0; i < _times.Length; i++)
        {
            int number = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                _times[number] = run(number);
                left.Signal();
                log(number);
                Interlocked.Increment(ref _ended);
            });
        }

        left.Wait();
        double slowest = 0;
        for (int i = 0; i < _times.Length; i++)
        {
            slowest = Math.Max(slowest, _times[i]);
        }

        return slowest;
    }
}
