// Exchange reads and empties in one step.
namespace Cases.Atomicity.S045;

public sealed class RainGauge
{
    private long _drops;

    public void Drop(int count) => Interlocked.Add(ref _drops, count);

    public long Empty() => Interlocked.Exchange(ref _drops, 0);

    public void Reset() => Interlocked.Exchange(ref _drops, 0);
}
