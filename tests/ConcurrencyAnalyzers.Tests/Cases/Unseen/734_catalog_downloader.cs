// page is declared before the loop, so all page downloads share it while the loop counts on. difficulty: easy
namespace Cases.U734;

public sealed record Product(string Code, decimal Price);

public interface ICatalogApi
{
    Task<int> CountPagesAsync(string catalog);

    Task<Product[]> ReadPageAsync(string catalog, int page);
}

public sealed class CatalogDownloader(ICatalogApi api)
{
    public async Task<List<Product>> DownloadAsync(string catalog)
    {
        int pages = await api.CountPagesAsync(catalog);
        if (pages == 0)
        {
            return [];
        }

        var downloads = new List<Task<Product[]>>(pages);
        int page = 0;
        do
        {
            downloads.Add(Task.Run(() => api.ReadPageAsync(catalog, page))); // expect: CAPTURE, RACE?
            page++; // expect: CAPTURE?, RACE?
        }
        while (page < pages);

        var products = new List<Product>();
        foreach (var download in downloads)
        {
            products.AddRange(await download);
        }
        return products;
    }
}
