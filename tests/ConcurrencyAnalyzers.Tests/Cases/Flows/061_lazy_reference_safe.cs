// Two requests may both build the table; each gets a whole one.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F061;

public sealed class ZonesController : Controller
{
    private static Dictionary<string, int>? s_zones;
    private static string? s_last;

    public int Get(string name)
    {
        var zones = s_zones ??= Build();
        s_last = name;
        return zones.TryGetValue(name, out var zone) ? zone : s_last.Length;
    }

    private static Dictionary<string, int> Build()
    {
        var zones = new Dictionary<string, int>();
        zones["UTC"] = 0;
        return zones;
    }
}
