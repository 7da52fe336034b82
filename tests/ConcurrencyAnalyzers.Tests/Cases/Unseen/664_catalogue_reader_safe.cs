// The captured cursor changes too, but only after the task that reads it has been awaited. difficulty: medium
namespace Cases.U664;

public sealed record Page(IReadOnlyList<string> Items, string? Next);

public interface ICatalogue
{
    Page Fetch(string? cursor, int size);

    Task<int> ScoreAsync(string item, int round, CancellationToken token);
}

public sealed class CatalogueReader(ICatalogue catalogue)
{
    public async Task<List<string>> ReadAllAsync(int size, CancellationToken token)
    {
        var items = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Task.Run(() => catalogue.Fetch(cursor, size), token).ConfigureAwait(false);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor != null);
        return items;
    }

    public async Task<int> ScoreAsync(IReadOnlyList<string> items, int rounds, CancellationToken token)
    {
        int best = 0;
        for (int round = 0; round < rounds; round++)
        {
            var scores = await Task.WhenAll(items.Select(
                item => Task.Run(() => catalogue.ScoreAsync(item, round, token), token))).ConfigureAwait(false);
            best = Math.Max(best, scores.Max());
        }
        return best;
    }
}
