// The number is read and raised in two atomic steps: more cars get in than fit.
namespace Cases.Atomicity.S040;

public sealed class CarPark
{
    private const int Places = 40;
    private int _cars;

    public bool Enter()
    {
        if (Volatile.Read(ref _cars) < Places)
        {
            Interlocked.Increment(ref _cars); // expect: CHECK_THEN_ACT
            return true;
        }

        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _cars);
}
