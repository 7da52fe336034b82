// Each thread and task runs a member of its own item.
namespace Cases.S202;

public sealed class Walker(string dir) { public int Files; public void Run() { foreach (var f in Directory.GetFiles(dir)) Files++; } }
public static class A
{
    public static int Run(List<Walker> walkers)
    {
        var threads = new List<Thread>();
        foreach (var w in walkers) threads.Add(new Thread(w.Run));
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
        return walkers.Sum(w => w.Files);
    }
    public static async Task<int> RunTasks(List<Walker> walkers)
    {
        await Task.WhenAll(walkers.Select(w => Task.Run(w.Run)));
        return walkers.Sum(w => w.Files);
    }
}
