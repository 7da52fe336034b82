// An array of threads draws into one static counter.
namespace Cases.S010;

public static class Lottery
{
    private static int s_draws;

    public static int Run(int machines, int rounds)
    {
        var threads = new Thread[machines];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => Draw(rounds));
            threads[i].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return s_draws;
    }

    private static void Draw(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            s_draws++; // expect: RACE
        }
    }
}
