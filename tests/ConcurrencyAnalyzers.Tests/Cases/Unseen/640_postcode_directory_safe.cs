// Canonical double-checked lock: filled in a local, published last through a volatile field; Reload swaps it the same way. difficulty: medium
namespace Cases.U640;

public sealed class PostcodeDirectory(string csv)
{
    private readonly object _gate = new();
    private volatile Dictionary<string, string>? _towns;

    public string? TownOf(string postcode)
    {
        var towns = _towns;
        if (towns == null)
        {
            lock (_gate)
            {
                towns = _towns;
                if (towns == null)
                {
                    towns = Parse(csv);
                    _towns = towns;
                }
            }
        }
        return towns.GetValueOrDefault(postcode);
    }

    public void Reload(string newCsv)
    {
        var towns = Parse(newCsv);
        lock (_gate)
        {
            _towns = towns;
        }
    }

    private static Dictionary<string, string> Parse(string text)
    {
        var towns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int separator = line.IndexOf(';');
            if (separator > 0)
            {
                towns[line[..separator].Trim()] = line[(separator + 1)..].Trim();
            }
        }
        return towns;
    }
}

public static class AddressCheck
{
    public static int CountKnown(PostcodeDirectory directory, IEnumerable<string> postcodes) =>
        postcodes.AsParallel().Count(code => directory.TownOf(code) != null);
}
