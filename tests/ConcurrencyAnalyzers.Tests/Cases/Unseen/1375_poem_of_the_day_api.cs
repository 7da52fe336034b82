// A tiny web API that deals out poems in turn and reports how many were served. difficulty: easy
using Microsoft.AspNetCore.Builder;

namespace Menagerie.M1375;

public static class PoemApi
{
    public static WebApplication Build(string[] args, string[] poems)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        int served = 0;
        app.MapGet("/poem", () =>
        {
            served++; // expect: RACE#1
            return poems[served % poems.Length]; // expect: RACE#1
        });
        app.MapGet("/served", () => served); // expect: RACE#1
        return app;
    }
}
