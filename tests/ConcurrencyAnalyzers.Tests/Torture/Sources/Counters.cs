namespace Torture.Counters;

public class Counter
{
    private int _count, _other;
    private static long s_total;
    private readonly object _gate = new();
    private volatile bool _stop;

    public int Count => _count;

    public void Run()
    {
        var threads = new List<Thread>();
        for (var i = 0; i < 4; i++)
        {
            var thread = new Thread(() =>
            {
                for (var n = 0; n < 1000 && !_stop; n++)
                {
                    _count++;
                    s_total += n;
                    lock (_gate) _other--;
                }
            });
            threads.Add(thread);
            thread.Start();
        }

        Console.WriteLine(_count + _other);
        foreach (var thread in threads)
            thread.Join();
        new Thread(Work) { IsBackground = true }.Start();
        Interlocked.Increment(ref _count);
        lock (this) { _other = _other * 2; }
        lock (typeof(Counter)) { }
        lock ("text") { _ = s_total; }
    }

    private void Work()
    {
        Monitor.Enter(_gate);
        try { _other += _count; }
        finally { Monitor.Exit(_gate); }
    }
}
