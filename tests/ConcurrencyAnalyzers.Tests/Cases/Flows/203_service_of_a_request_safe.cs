// Each request has the service for itself, or it takes a lock.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
namespace Cases.F203;

public sealed class Stats { public int Hits; }
public sealed class Shared { public readonly object Gate = new(); private int _n; public int Next() { lock (Gate) return ++_n; } } // expect: LOCK_MISUSE?
public static class App
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped<Stats>();
        builder.Services.AddSingleton<Shared>();
        var app = builder.Build();
        app.MapGet("/a", (Stats stats) => ++stats.Hits);
        app.MapGet("/b", (Shared s) => s.Next());
        app.Run();
    }
}
