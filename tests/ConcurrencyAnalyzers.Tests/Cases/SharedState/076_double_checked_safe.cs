// Double-checked locking over a volatile field.
namespace Cases.S076;

public sealed class Atlas
{
    private static readonly object s_gate = new();
    private static volatile Atlas? s_instance;

    private readonly Dictionary<string, string> _capitals = new() { ["NO"] = "Oslo", ["SE"] = "Stockholm" };

    public static Atlas Instance
    {
        get
        {
            if (s_instance is null)
            {
                lock (s_gate)
                {
                    s_instance ??= new Atlas();
                }
            }

            return s_instance;
        }
    }

    public string Capital(string country) => _capitals[country];

    public static string[] Capitals(string[] countries)
    {
        var result = new string[countries.Length];
        Parallel.For(0, countries.Length, i => result[i] = Instance.Capital(countries[i]));
        return result;
    }
}
