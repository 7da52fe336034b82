// An observer draws a map of the sky and hands it to assistants who look up stars in it. difficulty: medium
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1346;

public sealed class SkyMapBuilder
{
    private readonly Dictionary<string, (double Ra, double Dec)> _stars = [];

    public SkyMapBuilder Add(string name, double ra, double dec)
    {
        _stars[name] = (ra, dec);
        return this;
    }

    public SkyMap Build() => new(_stars.ToFrozenDictionary());
}

public sealed class SkyMap(FrozenDictionary<string, (double Ra, double Dec)> stars)
{
    public double? DeclinationOf(string name) => stars.TryGetValue(name, out var place) ? place.Dec : null;
}

public static class SkyObservers
{
    public static async Task<double?[]> LookUpAsync(IReadOnlyList<string> names)
    {
        var builder = new SkyMapBuilder().Add("Vega", 18.6, 38.8).Add("Deneb", 20.7, 45.3);
        var map = builder.Build();
        var lookups = names.Select(name => Task.Run(() => map.DeclinationOf(name))).ToArray();
        builder.Add("Altair", 19.8, 8.9);
        return await Task.WhenAll(lookups);
    }
}
