// After the await the calls go on at once on pool threads and add to one list and one count. difficulty: medium
namespace Cases.U331;

public interface IHotelProvider
{
    Task<IReadOnlyList<string>> FindAsync(string city);
}

public sealed class HotelSearch(IEnumerable<IHotelProvider> providers)
{
    private readonly List<string> _hits = [];
    private int _answered;

    public async Task<string> SearchAsync(string city)
    {
        await Task.WhenAll(providers.Select(provider => QueryAsync(provider, city)));
        return $"{_hits.Count} hotels from {_answered} providers";
    }

    private async Task QueryAsync(IHotelProvider provider, string city)
    {
        var hotels = await provider.FindAsync(city).ConfigureAwait(false);
        _hits.AddRange(hotels); // expect: RACE
        _answered++; // expect: RACE
    }
}
