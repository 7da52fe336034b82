// Each table stores its own slot before it says that it is done; whoever adds up has waited for all of them.
namespace Cases.S582;

public sealed class Regatta(Func<int, double> sail, int boats)
{
    private readonly double[] _times = new double[boats];
    private readonly long[] _buoys = new long[boats];

    public double Total()
    {
        using var open = new CountdownEvent(_times.Length);
        for (int b = 0; b < _times.Length; b++)
        {
            int boat = b;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                _times[boat] = sail(boat);
                open.Signal();
            });
        }

        open.Wait();
        double total = 0;
        foreach (double time in _times)
            total += time;
        return total + _times.Max();
    }

    public void Pass(int buoy) => Interlocked.Increment(ref _buoys[buoy]);

    public long Passed()
    {
        long sum = 0;
        foreach (var count in _buoys)
            sum += count;
        return sum;
    }
}
