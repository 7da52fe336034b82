// An async method calls itself for all links at once.
namespace Cases.S226;

public sealed class Crawler(Func<string, Task<string[]>> links)
{
    private readonly HashSet<string> _visited = [];
    public async Task VisitAsync(string url)
    {
        if (!_visited.Add(url)) return; // expect: RACE
        var next = await links(url).ConfigureAwait(false);
        await Task.WhenAll(next.Select(VisitAsync));
    }
}
