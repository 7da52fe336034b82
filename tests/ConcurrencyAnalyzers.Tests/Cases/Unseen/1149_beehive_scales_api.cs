using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Blind.C1149;

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        var hives = new Dictionary<string, double>();

        app.MapPut("/hives/{name}/weight", (string name, double kg) =>
        {
            if (kg <= 0)
                return Results.BadRequest("weight must be positive");
            hives[name] = kg; // expect: RACE#1
            return Results.NoContent();
        });

        app.MapGet("/hives/{name}/weight", (string name) =>
            hives.TryGetValue(name, out var kg) ? Results.Ok(kg) : Results.NotFound()); // expect: RACE#1

        app.MapGet("/hives/total", () => hives.Values.Sum()); // expect: RACE#1

        app.MapDelete("/hives/{name}", (string name) =>
            hives.Remove(name) ? Results.NoContent() : Results.NotFound()); // expect: RACE#1

        app.Run();
    }
}
