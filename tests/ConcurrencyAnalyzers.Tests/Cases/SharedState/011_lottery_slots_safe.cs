// Every thread has its own slot, taken from a copy of the loop variable; the sum is made after the joins.
namespace Cases.S011;

public static class Lottery
{
    public static int Run(int machines, int rounds)
    {
        var draws = new int[machines];
        var threads = new Thread[machines];
        for (int i = 0; i < threads.Length; i++)
        {
            int slot = i;
            threads[i] = new Thread(() =>
            {
                for (int r = 0; r < rounds; r++)
                {
                    draws[slot]++;
                }
            });
            threads[i].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return draws.Sum();
    }
}
