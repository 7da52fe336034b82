// Local lists of delegates that run at once, each on a variable of its own.
namespace Cases.S210;

public static class A
{
    public static int Run()
    {
        int a = 0, b = 0;
        Action[] steps = [() => a++, () => b++];
        Parallel.ForEach(steps, s => s());
        return a + b;
    }
    public static async Task<int> Run2()
    {
        int a = 0, b = 0;
        var steps = new List<Action>();
        steps.Add(() => a++);
        steps.Add(() => b++);
        await Task.WhenAll(steps.Select(s => Task.Run(s)));
        return a + b;
    }
    public static int Run3()
    {
        int a = 0, b = 0;
        Func<Task>[] steps = [async () => { await Task.Delay(1); a++; }, async () => { await Task.Delay(1); b++; }];
        Task.WaitAll(steps.Select(s => s()).ToArray());
        return a + b;
    }
}
