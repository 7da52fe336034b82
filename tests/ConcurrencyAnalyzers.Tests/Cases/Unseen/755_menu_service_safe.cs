// Lazy starts the one load task, whoever asks first; everybody awaits the same task. difficulty: medium
using System.Text.Json;

namespace Cases.U755;

public sealed record MenuItem(string Title, decimal Price);

public sealed class MenuService
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, MenuItem>>> _menu;

    public MenuService(Func<Task<Stream>> open)
    {
        _menu = new Lazy<Task<IReadOnlyDictionary<string, MenuItem>>>(() => LoadAsync(open));
    }

    public async Task<decimal> PriceOfAsync(string title)
    {
        var menu = await _menu.Value.ConfigureAwait(false);
        return menu.TryGetValue(title, out var item) ? item.Price : 0m;
    }

    public async Task<decimal> TotalAsync(IEnumerable<string> titles)
    {
        decimal[] prices = await Task.WhenAll(titles.Select(PriceOfAsync)).ConfigureAwait(false);
        return prices.Sum();
    }

    private static async Task<IReadOnlyDictionary<string, MenuItem>> LoadAsync(Func<Task<Stream>> open)
    {
        await using var stream = await open().ConfigureAwait(false);
        var items = await JsonSerializer.DeserializeAsync<List<MenuItem>>(stream).ConfigureAwait(false);
        var byTitle = new Dictionary<string, MenuItem>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items ?? [])
        {
            byTitle[item.Title] = item;
        }
        return byTitle;
    }
}
