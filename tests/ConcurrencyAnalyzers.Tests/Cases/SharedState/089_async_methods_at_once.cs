// Two async methods run at once after their first await and add to the same field.
namespace Cases.S089;

public sealed class Cart(HttpClient http)
{
    private int _items;

    public async Task<int> FillAsync()
    {
        var books = AddAsync("books");
        var games = AddAsync("games");
        await Task.WhenAll(books, games);
        return _items;
    }

    private async Task AddAsync(string shelf)
    {
        var text = await http.GetStringAsync("https://shop.example/" + shelf).ConfigureAwait(false);
        _items += text.Length; // expect: RACE
    }
}
