// Tips that come in between reading and emptying the jar are lost.
namespace Cases.Atomicity.S069;

public sealed class TipsJar
{
    private long _cents;

    public void Tip(int cents) => Interlocked.Add(ref _cents, cents);

    public long Empty()
    {
        var all = _cents;
        if (all == 0)
        {
            return 0;
        }
        _cents = 0; // expect: NON_ATOMIC
        return all;
    }
}
