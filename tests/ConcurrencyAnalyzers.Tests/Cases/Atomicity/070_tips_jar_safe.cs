// Exchange takes all; the jar of the day is emptied when nobody is left to tip.
namespace Cases.Atomicity.S070;

public sealed class TipsJar
{
    private long _cents;
    private int _guests;

    public void Tip(int cents) => Interlocked.Add(ref _cents, cents);

    public long Empty() => Interlocked.Exchange(ref _cents, 0);

    public void Enter() => Interlocked.Increment(ref _guests);

    public int Guests => Volatile.Read(ref _guests);
}
