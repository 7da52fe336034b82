// Reading and resetting are one atomic step.
namespace Cases.L023;

public sealed class Bandwidth
{
    private long _bytes;

    public void Sent(int n) => Interlocked.Add(ref _bytes, n);

    public long Drain() => Interlocked.Exchange(ref _bytes, 0);

    public long Transfer(int[] packets)
    {
        long drained = 0;
        var drain = new Thread(() => drained = Drain());
        drain.Start();
        Parallel.ForEach(packets, Sent);
        drain.Join();
        return drained + Drain();
    }
}
