namespace Blind.C1192;

public sealed class LevelMeter
{
    private readonly object _gate = new();
    private readonly float[] _peaks = new float[2];
    private int _blocks;
    private int _skipped;

    public bool Process(float left, float right)
    {
        if (!Monitor.TryEnter(_gate))
        {
            Interlocked.Increment(ref _skipped);
            return false;
        }

        try
        {
            _peaks[0] = Math.Max(_peaks[0], left);
            _peaks[1] = Math.Max(_peaks[1], right);
            _blocks++;
            return true;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public (float Left, float Right, int Blocks) TakePeaks(int timeoutMilliseconds)
    {
        var taken = false;
        try
        {
            Monitor.TryEnter(_gate, timeoutMilliseconds, ref taken);
            if (!taken)
            {
                return default;
            }

            var result = (_peaks[0], _peaks[1], _blocks);
            Array.Clear(_peaks);
            _blocks = 0;
            return result;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public int Skipped => Volatile.Read(ref _skipped);
}

public static class Program
{
    public static void Main()
    {
        var meter = new LevelMeter();
        var device = new Thread(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                meter.Process(i % 7 / 7f, i % 5 / 5f);
                Thread.Sleep(1);
            }
        });
        device.Start();

        while (device.IsAlive)
        {
            Console.WriteLine(meter.TakePeaks(10));
            Thread.Sleep(40);
        }

        device.Join();
        Console.WriteLine(meter.Skipped);
    }
}
