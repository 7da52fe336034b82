// CONC1007: the loop goes on while its delegates read the variable
namespace Stress;

public static class LuckyNumbers
{
    public static int Run() => Rounds.Play(() =>
    {
        var drawn = new int[100];
        var tasks = new List<Task>();
        for (var i = 0; i < 100; i++)
        {
            tasks.Add(Task.Run(() => Interlocked.Increment(ref drawn[Math.Min(i, 99)])));
        }

        Task.WaitAll(tasks);
        return drawn.All(times => times == 1);
    });
}
