// The table is published before it is filled, so the fast path of a second caller looks up in a half-filled dictionary. difficulty: hard
namespace Cases.U842;

public static class PhonePrefixes
{
    private static readonly object s_gate = new();
    private static volatile Dictionary<string, string>? s_countries;

    public static string? CountryOf(string number)
    {
        var countries = Countries();
        for (var length = Math.Min(4, number.Length); length > 0; length--)
        {
            if (countries.TryGetValue(number[..length], out var country)) // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
            {
                return country;
            }
        }
        return null;
    }

    private static Dictionary<string, string> Countries()
    {
        var countries = s_countries; // expect: LAZY_INIT?
        if (countries != null) // expect: LAZY_INIT#1
        {
            return countries;
        }
        lock (s_gate)
        {
            if (s_countries == null)
            {
                s_countries = new Dictionary<string, string>(StringComparer.Ordinal); // expect: LAZY_INIT#1
                foreach (var line in File.ReadLines("prefixes.txt"))
                {
                    var separator = line.IndexOf(';');
                    s_countries[line[..separator]] = line[(separator + 1)..]; // expect: LAZY_INIT#1, RACE?
                }
            }
            return s_countries;
        }
    }
}
