// Registered by Type objects, kept under a key, used by requests.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F011;

public interface IPointStore
{
    void Add(string player, int points);
}

public sealed class PointStore : IPointStore
{
    private readonly Dictionary<string, int> _points = new();

    public void Add(string player, int points)
    {
        _points.TryGetValue(player, out var before); // expect: RACE
        _points[player] = before + points; // expect: RACE
    }
}

public sealed class Journal
{
    private long _lines;

    public void Write() => _lines++; // expect: RACE
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton(typeof(IPointStore), typeof(PointStore));
        services.AddKeyedSingleton<Journal>("main");
        app.MapPost("/points", (string player, IPointStore store, [FromKeyedServices("main")] Journal journal) =>
        {
            store.Add(player, 1);
            journal.Write();
        });
    }
}
