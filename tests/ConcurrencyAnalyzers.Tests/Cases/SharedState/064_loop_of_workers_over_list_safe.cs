// One object per thread out of a list, each used by only one thread.
namespace Cases.S064;

public sealed class Runner(string name)
{
    private int _steps;

    public string Name { get; } = name;

    public int Steps => _steps;

    public void Run(int laps)
    {
        for (int i = 0; i < laps; i++)
        {
            _steps += 400;
        }
    }
}

public static class Marathon
{
    public static int Race(IEnumerable<string> names)
    {
        var runners = names.Select(n => new Runner(n)).ToList();
        var threads = new List<Thread>();
        foreach (var runner in runners)
        {
            var thread = new Thread(() => runner.Run(10));
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return runners.Max(r => r.Steps);
    }
}
