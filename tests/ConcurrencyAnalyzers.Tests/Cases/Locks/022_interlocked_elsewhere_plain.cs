// Everyone else counts with Interlocked, one method adds plainly.
namespace Cases.L022;

public sealed class Bandwidth
{
    private long _bytes;

    public void Sent(int n) => Interlocked.Add(ref _bytes, n);

    public void Received(int n) => _bytes += n; // expect: NON_ATOMIC

    public long Total => Interlocked.Read(ref _bytes);

    public void Transfer(int[] packets) => Parallel.ForEach(packets, p =>
    {
        Sent(p);
        Received(p);
    });
}
