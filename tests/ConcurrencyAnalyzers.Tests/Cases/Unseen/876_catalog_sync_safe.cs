// The lambda given to Task.Run changes captured variables, but each run is awaited before the next begins, so nothing overlaps. difficulty: hard
namespace Cases.U876;

public sealed record CatalogPage(IReadOnlyList<string> Skus, string? Next);

public sealed class CatalogSync(Func<string?, Task<CatalogPage>> fetch, Func<string, bool> store)
{
    public async Task<(int Stored, IReadOnlyList<string> Rejected)> RunAsync()
    {
        var stored = 0;
        var rejected = new List<string>();
        string? cursor = null;
        do
        {
            var page = await fetch(cursor).ConfigureAwait(false);
            await Task.Run(() =>
            {
                foreach (var sku in page.Skus)
                {
                    if (store(sku))
                    {
                        stored++;
                    }
                    else
                    {
                        rejected.Add(sku);
                    }
                }
                cursor = page.Next;
            }).ConfigureAwait(false);
        }
        while (cursor != null);

        rejected.Sort(StringComparer.Ordinal);
        return (stored, rejected);
    }
}
