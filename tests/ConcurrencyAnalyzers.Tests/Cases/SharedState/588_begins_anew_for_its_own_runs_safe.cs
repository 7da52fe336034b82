// A count that is set back by who starts the runs that count, and waits for them: nobody else is counting then.
namespace Cases.S588;

public static class Turnout
{
    private static readonly object s_gate = new();
    private static long s_voters;

    private static void Add(int voters)
    {
        lock (s_gate)
        {
            s_voters += voters;
        }
    }

    private static bool Repeat(int times, Func<bool> holds)
    {
        for (int i = 0; i < times; i++)
        {
            if (!holds())
            {
                return false;
            }
        }

        return true;
    }

    public static bool Run(int stations) => Repeat(3, () =>
    {
        s_voters = 0;
        Parallel.For(0, stations, _ => Add(1));
        return s_voters == stations;
    });
}
