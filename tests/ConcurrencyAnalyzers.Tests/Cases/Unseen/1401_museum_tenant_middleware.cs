// Blind: what a middleware leaves in a service that all requests share, for what comes behind it to read, is read in another flow.
// A site for several museums: a middleware finds out which museum a request is for, the endpoints use it. difficulty: medium
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cabinet.C1401;

public sealed class CurrentMuseum
{
    public string Name { get; set; } = "unknown"; // expect: RACE?

    public int VisitorLimit { get; set; } // expect: RACE?
}

public sealed class MuseumMiddleware(RequestDelegate next, CurrentMuseum museum)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        museum.Name = host.Split('.')[0]; // blind: RACE#1
        museum.VisitorLimit = museum.Name.Length * 100; // blind: RACE#1
        await next(context);
    }
}

public static class MuseumSite
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<CurrentMuseum>();
        var app = builder.Build();
        app.UseMiddleware<MuseumMiddleware>();
        app.MapGet("/welcome", (CurrentMuseum museum) => $"Welcome to the {museum.Name}"); // blind: RACE#1
        app.MapGet("/limit", (CurrentMuseum museum) => museum.VisitorLimit); // blind: RACE#1
        return app;
    }
}
