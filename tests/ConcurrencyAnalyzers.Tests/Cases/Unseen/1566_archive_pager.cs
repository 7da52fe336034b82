// Fetches all pages of an archive listing through a small job queue.
namespace Cases.U1566;

public sealed class JobQueue
{
    private readonly List<Task> _jobs = [];

    public void Enqueue(Func<Task> job) => _jobs.Add(Task.Run(job));

    public Task DrainAsync() => Task.WhenAll(_jobs);
}

public sealed record Listing(int Page, string[] Titles);

public interface IArchiveClient
{
    Task<int> CountPagesAsync();

    Task<Listing> GetPageAsync(int page);
}

public sealed class ArchivePager(IArchiveClient client)
{
    public async Task<string[]> LoadTitlesAsync()
    {
        int pages = await client.CountPagesAsync();
        var listings = new Listing?[pages + 1];
        var queue = new JobQueue();
        for (int page = 1; page <= pages; page++) // expect: CAPTURE?, RACE?
        {
            queue.Enqueue(async () =>
            {
                var listing = await client.GetPageAsync(page); // expect: CAPTURE, RACE?
                listings[listing.Page] = listing; // expect: RACE?
            });
        }
        await queue.DrainAsync();
        return Flatten(listings);
    }

    private static string[] Flatten(Listing?[] listings)
    {
        var titles = new List<string>();
        foreach (var listing in listings)
        {
            if (listing is not null)
            {
                titles.AddRange(listing.Titles);
            }
        }
        return [.. titles];
    }
}
