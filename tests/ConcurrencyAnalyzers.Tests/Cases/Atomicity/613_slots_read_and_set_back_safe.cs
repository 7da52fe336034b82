// One step; or nothing is kept of what was read; or each slot has an owner, who alone changes it.
namespace Cases.A613;

public sealed class ReplyCounts
{
    private readonly long[] _counts = new long[600];

    public void Count(int status) => Interlocked.Increment(ref _counts[status]);

    public long[] Drain()
    {
        var all = new long[_counts.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = Interlocked.Exchange(ref _counts[i], 0);
        return all;
    }

    public long[] Look()
    {
        var all = new long[_counts.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = Interlocked.Read(ref _counts[i]);
        return all;
    }

    public void Calm()
    {
        for (var i = 0; i < _counts.Length; i++)
            if (Volatile.Read(ref _counts[i]) > 1000)
                Interlocked.Exchange(ref _counts[i], 0);
    }
}

public sealed class WorkerSlots(int workers)
{
    private readonly long[] _done = new long[workers];
    private readonly int[] _busy = new int[workers];

    public void Begin(int worker)
    {
        if (Volatile.Read(ref _busy[worker]) == 0)
            Volatile.Write(ref _busy[worker], 1);
    }

    public void Done(int worker) => Volatile.Write(ref _done[worker], Volatile.Read(ref _done[worker]) + 1);

    public long Report(int worker)
    {
        var done = Volatile.Read(ref _done[worker]);
        Volatile.Write(ref _done[worker], 0);
        Volatile.Write(ref _busy[worker], 0);
        return done;
    }

    public long Sum()
    {
        long sum = 0;
        for (var i = 0; i < _done.Length; i++)
            sum += Volatile.Read(ref _done[i]);
        return sum;
    }
}
