// A web API that breaks fortune cookies: every visitor gets the next saying, and the number of broken cookies is shown. difficulty: easy
using System.Threading;
using Microsoft.AspNetCore.Builder;

namespace Menagerie.M1352;

public static class FortuneCookieApi
{
    public static WebApplication Build(string[] args, string[] sayings)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        long broken = 0;
        app.MapPost("/cookie", () =>
        {
            long number = Interlocked.Increment(ref broken);
            return sayings[(int)(number % sayings.Length)];
        });
        app.MapGet("/broken", () => Interlocked.Read(ref broken));
        return app;
    }
}
