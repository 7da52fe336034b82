// The nearest wrong one: what each try has worked out is kept in one variable, and read again for its own line.
namespace Cases.R286;

public static class Race
{
    public static async Task<IReadOnlyCollection<string>> AllAsync(IReadOnlyList<Func<Task<int>>> tries)
    {
        var current = 0;
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var all = tries.Select((attempt, number) => Task.Run(async () =>
        {
            current = await attempt(); // expect: RACE
            lines.Enqueue(number + ": " + current);
        })).ToArray();
        await Task.WhenAll(all);
        return lines;
    }
}
