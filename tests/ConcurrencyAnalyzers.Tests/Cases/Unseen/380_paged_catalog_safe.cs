// page and found change between the iterations, but each task is awaited before they do: nothing runs at the same time. difficulty: medium
namespace Cases.U380;

public sealed class PagedCatalog(Func<int, IReadOnlyList<string>> readPage)
{
    public async Task<string> FindAsync(string word)
    {
        int page = 0;
        int found = 0;
        bool more = true;
        while (more)
        {
            var titles = await Task.Run(() => readPage(page));
            await Task.Run(() =>
            {
                foreach (var title in titles)
                {
                    if (title.Contains(word, StringComparison.OrdinalIgnoreCase))
                    {
                        found++;
                    }
                }
            });
            more = titles.Count > 0;
            page++;
        }
        return $"{found} titles on {page} pages";
    }
}
