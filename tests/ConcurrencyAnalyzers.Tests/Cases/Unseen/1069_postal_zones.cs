using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.L1069;

public static class PostalZones
{
    private static Dictionary<string, int>? _zones;
    private static bool _loaded;
    private static readonly object LoadGate = new();

    public static int ZoneOf(string postcode)
    {
        if (!_loaded) // expect: LAZY_INIT#1, RACE?
        {
            lock (LoadGate)
            {
                if (!_loaded)
                {
                    _loaded = true; // expect: LAZY_INIT#1
                    _zones = Load(); // expect: LAZY_INIT?
                }
            }
        }
        return _zones!.TryGetValue(postcode[..2], out int zone) ? zone : 9; // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
    }

    private static Dictionary<string, int> Load()
    {
        var zones = new Dictionary<string, int>();
        foreach (string line in File.ReadLines("zones.csv"))
        {
            string[] parts = line.Split(';');
            zones[parts[0]] = int.Parse(parts[1]);
        }
        return zones;
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplication app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/zone/{postcode}", (string postcode) =>
            postcode.Length < 2
                ? Results.BadRequest()
                : Results.Ok(PostalZones.ZoneOf(postcode)));
        app.Run();
    }
}
