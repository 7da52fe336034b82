// What falls between reading and emptying is lost.
namespace Cases.Atomicity.S044;

public sealed class RainGauge
{
    private long _drops;

    public void Drop(int count) => Interlocked.Add(ref _drops, count);

    public long Empty()
    {
        var drops = Interlocked.Read(ref _drops);
        Interlocked.Exchange(ref _drops, 0); // expect: CHECK_THEN_ACT
        return drops;
    }
}
