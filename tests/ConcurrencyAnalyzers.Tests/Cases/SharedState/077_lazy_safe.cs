// Lazy<T> makes the value once, whoever asks first.
namespace Cases.S077;

public sealed class Atlas
{
    private readonly Lazy<Dictionary<string, string>> _capitals = new(() => new Dictionary<string, string>
    {
        ["NO"] = "Oslo",
        ["SE"] = "Stockholm",
    });

    public string Capital(string country) => _capitals.Value[country];

    public async Task<string[]> CapitalsAsync(string[] countries) =>
        await Task.WhenAll(countries.Select(c => Task.Run(() => Capital(c))));
}
