namespace Rovers.Power;

public sealed class BatteryMonitor
{
    private readonly Func<int> _readMillivolts;
    private readonly Thread _sampler;
    private volatile bool _stop;
    private volatile bool _low;
    private int _samples;
    private long _sum;
    private int _minimum = int.MaxValue;

    public BatteryMonitor(Func<int> readMillivolts)
    {
        _readMillivolts = readMillivolts;
        _sampler = new Thread(Sample) { IsBackground = true, Name = "battery" };
    }

    public bool Low => _low;

    public int Minimum => Volatile.Read(ref _minimum);

    public void Start() => _sampler.Start();

    public void Submit(int millivolts)
    {
        Interlocked.Add(ref _sum, millivolts);
        Interlocked.Increment(ref _samples);
        int seen = Volatile.Read(ref _minimum);
        while (millivolts < seen)
        {
            int before = Interlocked.CompareExchange(ref _minimum, millivolts, seen);
            if (before == seen)
            {
                break;
            }
            seen = before;
        }
        if (millivolts < 3300)
        {
            _low = true;
        }
    }

    public (int Samples, long Sum) Stop()
    {
        _stop = true;
        _sampler.Join();
        return (Volatile.Read(ref _samples), Interlocked.Read(ref _sum));
    }

    private void Sample()
    {
        while (!_stop)
        {
            Submit(_readMillivolts());
            Thread.Sleep(10);
        }
    }
}

public static class Program
{
    public static void Main()
    {
        var monitor = new BatteryMonitor(() => 3000 + Random.Shared.Next(900));
        monitor.Start();
        Parallel.For(0, 1000, i => monitor.Submit(3400 + i));
        while (!monitor.Low)
        {
            Thread.Sleep(5);
        }
        Console.WriteLine($"{monitor.Stop()} min {monitor.Minimum}");
    }
}
