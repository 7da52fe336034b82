// Workers made by a query have statistics of their own; the threads that run them are made by another.
namespace Cases.S204;

public sealed class Stats { public int Ok; public int Failed; }
public sealed class Downloader(string url)
{
    public Stats Stats { get; } = new();
    public void Run()
    {
        if (url.Length > 3)
            Stats.Ok++;
        else
            Stats.Failed++;
    }
}
public static class Program1
{
    public static int Run(string[] urls)
    {
        var workers = urls.Select(u => new Downloader(u)).ToList();
        var threads = workers.Select(w => new Thread(w.Run)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return workers.Sum(w => w.Stats.Ok);
    }
}
