// Who raised the number too far takes it back.
namespace Cases.Atomicity.S041;

public sealed class CarPark
{
    private const int Places = 40;
    private int _cars;

    public bool Enter()
    {
        if (Volatile.Read(ref _cars) >= Places)
            return false;
        if (Interlocked.Increment(ref _cars) <= Places)
            return true;
        Interlocked.Decrement(ref _cars);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _cars);
}
