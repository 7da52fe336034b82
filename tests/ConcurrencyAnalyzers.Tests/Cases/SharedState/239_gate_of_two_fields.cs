// The double check asks for the field that is set first: who finds it set goes on to the other, which may still be null.
namespace Cases.S239;

public static class Currencies
{
    private static readonly Lock s_lock = new();
    private static volatile Dictionary<string, string>? s_byCountry;
    private static volatile HashSet<string>? s_all;

    public static bool Exists(string currency)
    {
        Load();
        return s_all!.Contains(currency); // expect: LAZY_INIT?
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
            s_byCountry = map; // expect: LAZY_INIT
            s_all = [.. map.Values];
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
                s_countries = []; // expect: LAZY_INIT
                s_countries["49"] = "DE";
            }
            return s_countries;
        }
    }
}
