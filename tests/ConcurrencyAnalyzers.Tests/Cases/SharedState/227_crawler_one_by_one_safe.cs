// An async method calls itself for one link after the other.
namespace Cases.S227;

public sealed class Crawler(Func<string, Task<string[]>> links)
{
    private readonly HashSet<string> _visited = [];
    public async Task VisitAsync(string url)
    {
        if (!_visited.Add(url)) return;
        foreach (var n in await links(url)) await VisitAsync(n);
    }
}
