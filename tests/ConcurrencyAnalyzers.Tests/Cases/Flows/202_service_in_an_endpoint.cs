// Endpoints change fields of a singleton that they are handed.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
namespace Cases.F202;

public sealed class Stats { public int Hits; public readonly List<string> Paths = []; }
public static class App
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Stats>();
        var app = builder.Build();
        app.MapGet("/a", (Stats stats) => ++stats.Hits); // expect: RACE
        app.MapGet("/b", (Stats stats) => { stats.Paths.Add("b"); return "b"; }); // expect: RACE
        app.Run();
    }
}
