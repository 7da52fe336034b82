// The cache is filled without a lock by whoever comes first, and by the next one too.
namespace Cases.S078;

public sealed class Atlas
{
    private Dictionary<string, string>? _capitals;

    public string Capital(string country)
    {
        if (_capitals == null) // expect: RACE?, LAZY_INIT?
        {
            _capitals = new Dictionary<string, string>(); // expect: RACE?, LAZY_INIT?
            _capitals["NO"] = "Oslo"; // expect: RACE
            _capitals["SE"] = "Stockholm"; // expect: RACE
        }

        return _capitals[country]; // expect: RACE
    }

    public async Task<string[]> CapitalsAsync(string[] countries) =>
        await Task.WhenAll(countries.Select(c => Task.Run(() => Capital(c))));
}
