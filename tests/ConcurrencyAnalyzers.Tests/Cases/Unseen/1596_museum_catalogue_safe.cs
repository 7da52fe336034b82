// Fetches all pages of a museum catalogue through a small job queue.
namespace Cases.U1596;

public sealed class FetchQueue
{
    private readonly List<Task> _jobs = [];

    public void Enqueue<TArgument>(TArgument argument, Func<TArgument, Task> job) =>
        _jobs.Add(Task.Run(() => job(argument)));

    public Task DrainAsync() => Task.WhenAll(_jobs);
}

public sealed record CataloguePage(int Number, string[] Objects);

public interface ICatalogueClient
{
    Task<int> CountPagesAsync();

    Task<CataloguePage> GetPageAsync(int page);
}

public sealed class CatalogueReader(ICatalogueClient client)
{
    public async Task<string[]> LoadObjectsAsync()
    {
        int pages = await client.CountPagesAsync();
        var loaded = new CataloguePage?[pages + 1];
        var queue = new FetchQueue();
        for (int page = 1; page <= pages; page++)
        {
            queue.Enqueue(page, async number =>
            {
                loaded[number] = await client.GetPageAsync(number);
            });
        }
        await queue.DrainAsync();
        return Flatten(loaded);
    }

    private static string[] Flatten(CataloguePage?[] pages)
    {
        var objects = new List<string>();
        foreach (var page in pages)
        {
            if (page is not null)
            {
                objects.AddRange(page.Objects);
            }
        }
        return [.. objects];
    }
}
