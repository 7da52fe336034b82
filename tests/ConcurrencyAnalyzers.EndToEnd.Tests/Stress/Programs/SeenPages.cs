// CONC1001: a set is filled by several tasks
namespace Stress;

public sealed class SeenPages
{
    private readonly HashSet<int> _seen = new();

    private async Task<bool> CrawlAsync()
    {
        var crawlers = Enumerable.Range(0, 4).Select(crawler => Task.Run(() =>
        {
            for (var page = 0; page < 100_000; page++)
                _seen.Add(page * 4 + crawler);
        }));
        await Task.WhenAll(crawlers);
        return _seen.Count == 400_000;
    }

    public static int Run() => Rounds.Play(() => new SeenPages().CrawlAsync().GetAwaiter().GetResult());
}
