// Workers that a query makes are all given one statistics object.
namespace Cases.S205;

public sealed class Stats { public int Ok; public int Failed; }
public sealed class Downloader(Stats stats, string url)
{
    public void Run()
    {
        try
        {
            using var c = new HttpClient();
            c.GetStringAsync(url).Wait(); // expect: BLOCKING_ASYNC?
            stats.Ok++; // expect: RACE
        }
        catch (AggregateException)
        {
            stats.Failed++; // expect: RACE
        }
    }
}
public static class Program1
{
    public static Stats Run(string[] urls)
    {
        var stats = new Stats();
        var threads = urls.Select(u => new Thread(new Downloader(stats, u).Run)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return stats;
    }
}
