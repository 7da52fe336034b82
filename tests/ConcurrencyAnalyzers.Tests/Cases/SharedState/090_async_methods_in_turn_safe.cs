// One call is awaited before the next.
namespace Cases.S090;

public sealed class Cart(HttpClient http)
{
    private int _items;

    public async Task<int> FillAsync()
    {
        await AddAsync("books");
        await AddAsync("games");
        foreach (var shelf in new[] { "toys", "tools" })
        {
            await AddAsync(shelf);
        }

        return _items;
    }

    private async Task AddAsync(string shelf)
    {
        var text = await http.GetStringAsync("https://shop.example/" + shelf).ConfigureAwait(false);
        _items += text.Length;
    }
}
