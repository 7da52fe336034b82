// Compare and exchange protects nothing when nobody looks whether it succeeded, or when the sum is older than what is compared.
namespace Cases.Atomicity.S067;

public sealed class Odometer
{
    private int _metres;

    public int Metres => Volatile.Read(ref _metres);

    public void Drive(int metres)
    {
        var before = Volatile.Read(ref _metres);
        Interlocked.CompareExchange(ref _metres, before + metres, before); // expect: NON_ATOMIC
    }

    public void DriveBack(int metres)
    {
        var target = Volatile.Read(ref _metres) - metres;
        int seen;
        do
        {
            seen = Volatile.Read(ref _metres);
        }
        while (Interlocked.CompareExchange(ref _metres, target, seen) != seen); // expect: NON_ATOMIC
    }
}
