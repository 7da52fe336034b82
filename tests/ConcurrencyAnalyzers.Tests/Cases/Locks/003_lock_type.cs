// A Type object is the same for the whole process.
namespace Cases.L003;

public static class Sequence
{
    private static int s_next;

    public static int Take()
    {
        lock (typeof(Sequence)) // expect: LOCK_MISUSE
        {
            return s_next++;
        }
    }

    public static int[] TakeMany(int count)
    {
        var taken = new int[count];
        Parallel.For(0, count, i => taken[i] = Take());
        return taken;
    }
}
