// The call that raises the number says which one this runner was.
namespace Cases.Atomicity.S043;

public sealed class Relay(int runners, Action finished)
{
    private int _arrived;

    public void Arrive()
    {
        if (Interlocked.Increment(ref _arrived) == runners)
            finished();
    }

    public string Progress()
    {
        Interlocked.Increment(ref _asked);
        return $"{Volatile.Read(ref _arrived)} of {runners}";
    }

    private int _asked;
}
