// The nearest wrong one: who has seen that there is one counts it.
namespace Cases.R231;

public sealed class Tray
{
    private long _count;

    public bool HasAny => Interlocked.Read(ref _count) > 0;

    public void Put() => Interlocked.Increment(ref _count);

    public bool Take()
    {
        if (!HasAny)
            return false;
        Interlocked.Decrement(ref _count); // expect: NON_ATOMIC
        return true;
    }
}
