// Each item is locked by itself, through the same parameter that is changed.
namespace Cases.L013;

public sealed class Shelf
{
    private readonly Lock _gate = new();
    private int _books;

    public static void Move(Shelf from, Shelf to)
    {
        lock (from._gate)
        {
            from._books--;
        }

        lock (to._gate)
        {
            to._books++;
        }
    }

    public static void Shuffle(Shelf a, Shelf b) => Parallel.Invoke(
        () => Move(a, b),
        () => Move(b, a));
}
