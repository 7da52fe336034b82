// The calls run one after the other.
namespace Cases.S140;

public sealed class Rates(HttpClient http)
{
    private readonly Dictionary<string, decimal> _cache = [];

    public async Task<decimal> SumAsync(string[] currencies)
    {
        decimal sum = 0;
        foreach (var currency in currencies)
        {
            sum += await GetAsync(currency);
        }

        return sum;
    }

    private async Task<decimal> GetAsync(string currency)
    {
        if (!_cache.TryGetValue(currency, out var rate))
        {
            rate = decimal.Parse(await http.GetStringAsync("https://rates.example/" + currency));
            _cache[currency] = rate;
        }

        return rate;
    }
}
