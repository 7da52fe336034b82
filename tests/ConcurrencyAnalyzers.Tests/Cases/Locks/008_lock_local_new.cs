// Every call makes its own lock.
namespace Cases.L008;

public static class Counter
{
    private static int s_value;

    public static void Add(int n)
    {
        var gate = new object();
        lock (gate) // expect: LOCK_MISUSE
        {
            s_value += n; // expect: RACE?
        }
    }

    public static void Many(int[] values) => Parallel.ForEach(values, Add);
}
