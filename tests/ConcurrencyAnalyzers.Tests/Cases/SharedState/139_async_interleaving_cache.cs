// Both calls miss the dictionary and both fill it, at once.
namespace Cases.S139;

public sealed class Rates(HttpClient http)
{
    private readonly Dictionary<string, decimal> _cache = [];

    public async Task<decimal> SumAsync(string[] currencies)
    {
        var rates = await Task.WhenAll(currencies.Select(GetAsync));
        return rates.Sum();
    }

    private async Task<decimal> GetAsync(string currency)
    {
        if (!_cache.TryGetValue(currency, out var rate)) // expect: RACE?
        {
            rate = decimal.Parse(await http.GetStringAsync("https://rates.example/" + currency));
            _cache[currency] = rate; // expect: RACE
        }

        return rate;
    }
}
