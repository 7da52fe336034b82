// Threads that one loop makes and the next starts have an object each.
namespace Cases.S201;

public sealed class Walker(string dir) { public int Files; public void Run() { foreach (var f in Directory.GetFiles(dir)) Files++; } }
public static class A
{
    public static int Run(string[] dirs)
    {
        var walkers = new List<Walker>();
        var threads = new List<Thread>();
        foreach (var d in dirs)
        {
            var w = new Walker(d);
            walkers.Add(w);
            threads.Add(new Thread(w.Run));
        }
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
        return walkers.Sum(w => w.Files);
    }
}
