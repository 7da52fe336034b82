// page is declared before the while loop and counted up after each start: the tasks fetch later pages, some of them twice. difficulty: medium
namespace Cases.U963;

public sealed class CatalogPages(Func<int, Task<string[]>> fetch)
{
    public async Task<string[]> LoadAsync(int lastPage)
    {
        var pending = new List<Task<string[]>>();
        int page = 1;
        while (page <= lastPage) // expect: CAPTURE?, RACE?
        {
            pending.Add(Task.Run(async () =>
            {
                var articles = await fetch(page); // expect: CAPTURE, RACE?
                return articles;
            }));
            page++; // expect: CAPTURE?, RACE?
        }
        var pages = await Task.WhenAll(pending);
        return pages.SelectMany(p => p).ToArray();
    }
}
