// The nearest safe twins: the field that is asked for is set last; the table is filled before it is shown.
namespace Cases.S240;

public static class Currencies
{
    private static readonly Lock s_lock = new();
    private static volatile Dictionary<string, string>? s_byCountry;
    private static volatile HashSet<string>? s_all;

    public static bool Exists(string currency)
    {
        Load();
        return s_all!.Contains(currency);
    }

    public static string? Of(string country)
    {
        Load();
        return s_byCountry!.GetValueOrDefault(country);
    }

    private static void Load()
    {
        if (s_byCountry != null)
        {
            return;
        }
        lock (s_lock)
        {
            if (s_byCountry != null)
            {
                return;
            }
            var map = new Dictionary<string, string> { ["DE"] = "EUR", ["JP"] = "JPY" };
            s_all = [.. map.Values];
            s_byCountry = map;
        }
    }
}

public static class Prefixes
{
    private static readonly object s_gate = new();
    private static volatile Dictionary<string, string>? s_countries;

    public static bool Knows(string prefix) => Countries().ContainsKey(prefix);

    private static Dictionary<string, string> Countries()
    {
        var countries = s_countries;
        if (countries != null)
        {
            return countries;
        }
        lock (s_gate)
        {
            if (s_countries == null)
            {
                var made = new Dictionary<string, string>();
                made["49"] = "DE";
                s_countries = made;
            }
            return s_countries;
        }
    }
}
