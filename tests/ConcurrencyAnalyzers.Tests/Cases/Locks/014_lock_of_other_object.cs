// The lock of one shelf is held while the other is changed.
namespace Cases.L014;

public sealed class Shelf
{
    private readonly Lock _gate = new();
    private int _books;

    public static void Move(Shelf from, Shelf to)
    {
        lock (from._gate)
        {
            from._books--; // expect: RACE?
            to._books++; // expect: INCONSISTENT_LOCK
        }
    }

    public static void Shuffle(Shelf a, Shelf b) => Parallel.Invoke(
        () => Move(a, b),
        () => Move(b, a));
}
