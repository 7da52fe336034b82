// The semaphore admits four at a time: it throttles, it does not exclude. The set and the counter are still shared by four. difficulty: medium
namespace Cases.U551;

public sealed class ThrottledCrawler(HttpClient http)
{
    private readonly SemaphoreSlim _slots = new(4);
    private readonly HashSet<string> _visited = [];
    private long _bytes;

    public async Task<long> CrawlAsync(IEnumerable<string> pages)
    {
        await Task.WhenAll(pages.Select(page => Task.Run(() => VisitAsync(page))));
        return _bytes;
    }

    private async Task VisitAsync(string page)
    {
        await _slots.WaitAsync();
        try
        {
            if (_visited.Add(page)) // expect: RACE
            {
                var body = await http.GetByteArrayAsync(page);
                _bytes += body.Length; // expect: RACE
            }
        }
        finally
        {
            _slots.Release();
        }
    }
}
