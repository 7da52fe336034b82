// Plain static dictionaries are fine here: one is filled by the static constructor only, the other is replaced as a whole. difficulty: medium
using System.Collections.Frozen;

namespace Cases.U672;

public static class UnitTable
{
    private static readonly Dictionary<string, decimal> s_factors = new(StringComparer.OrdinalIgnoreCase);
    private static volatile FrozenDictionary<string, string> s_aliases = FrozenDictionary<string, string>.Empty;

    static UnitTable()
    {
        s_factors["mm"] = 0.001m;
        s_factors["cm"] = 0.01m;
        s_factors["m"] = 1m;
        foreach (var (unit, power) in new[] { ("km", 3), ("nm", -9) })
        {
            s_factors.TryAdd(unit, (decimal)Math.Pow(10, power));
        }
    }

    public static void UseAliases(IEnumerable<KeyValuePair<string, string>> aliases)
    {
        var fresh = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (alias, unit) in aliases)
        {
            fresh[alias.Trim()] = unit.Trim();
        }
        s_aliases = fresh.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static decimal? ToMetres(decimal value, string unit)
    {
        var aliases = s_aliases;
        var name = aliases.TryGetValue(unit, out var target) ? target : unit;
        return s_factors.TryGetValue(name, out var factor) ? value * factor : null;
    }
}

public static class DrawingImport
{
    public static decimal TotalLength(IEnumerable<(decimal Value, string Unit)> lines) =>
        lines.AsParallel().Sum(line => UnitTable.ToMetres(line.Value, line.Unit) ?? 0m);
}
