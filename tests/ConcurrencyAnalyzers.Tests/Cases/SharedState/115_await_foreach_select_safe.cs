// An async iterator and its consumer run in turn, on one flow.
namespace Cases.S115;

public sealed class Pager(HttpClient http)
{
    private int _pages;

    public async Task<int> ReadAllAsync()
    {
        int bytes = 0;
        await foreach (var page in PagesAsync())
        {
            bytes += page.Length;
        }

        return bytes / _pages;
    }

    private async IAsyncEnumerable<string> PagesAsync()
    {
        for (int i = 0; i < 5; i++)
        {
            _pages++;
            yield return await http.GetStringAsync("https://books.example/" + i);
        }
    }
}
