using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Blind.C1150;

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        // Known apiaries come from the configuration and stay the same while the service runs.
        var apiaries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in builder.Configuration.GetSection("Apiaries").GetChildren())
            apiaries[section.Key] = section.Value ?? "unknown";

        var app = builder.Build();
        var hives = new ConcurrentDictionary<string, double>();

        app.MapPut("/hives/{name}/weight", (string name, double kg) =>
        {
            if (kg <= 0)
                return Results.BadRequest("weight must be positive");
            hives[name] = kg;
            return Results.NoContent();
        });

        app.MapGet("/hives/{name}/weight", (string name) =>
            hives.TryGetValue(name, out var kg) ? Results.Ok(kg) : Results.NotFound());

        app.MapGet("/hives/total", () => hives.Values.Sum());

        app.MapGet("/apiaries/{name}", (string name) =>
            apiaries.TryGetValue(name, out var place) ? Results.Ok(place) : Results.NotFound());

        app.MapDelete("/hives/{name}", (string name) =>
            hives.TryRemove(name, out _) ? Results.NoContent() : Results.NotFound());

        app.Run();
    }
}
