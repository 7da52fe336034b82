// While there is a seat, one is taken: two takers see the last one. Giving it back later does not help, nor does an upper limit.
namespace Cases.S304;

public sealed class Ferry(Func<bool> board)
{
    private int _seats = 200;
    private int _loading;

    public void Sell()
    {
        while (Volatile.Read(ref _seats) > 0)
        {
            Interlocked.Decrement(ref _seats); // expect: NON_ATOMIC
            if (!board())
            {
                Interlocked.Increment(ref _seats);
            }
        }
    }

    public void Load()
    {
        while (Volatile.Read(ref _loading) < 4)
        {
            Interlocked.Increment(ref _loading); // expect: NON_ATOMIC
            board();
            Interlocked.Decrement(ref _loading);
        }
    }
}
