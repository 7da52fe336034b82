// The cache is filled without a lock by whoever comes first, and by the next one too.
// Blind: a reference that is stored once it is found null is lazy initialisation, not an update; what it refers to is new.
namespace Cases.S078;

public sealed class Atlas
{
    private Dictionary<string, string>? _capitals;

    public string Capital(string country)
    {
        if (_capitals == null) // blind: RACE#1, LAZY_INIT?
        {
            _capitals = new Dictionary<string, string>(); // blind: RACE#1, LAZY_INIT?
            _capitals["NO"] = "Oslo"; // blind: RACE#1
            _capitals["SE"] = "Stockholm"; // blind: RACE#1
        }

        return _capitals[country]; // blind: RACE#1
    }

    public async Task<string[]> CapitalsAsync(string[] countries) =>
        await Task.WhenAll(countries.Select(c => Task.Run(() => Capital(c))));
}
