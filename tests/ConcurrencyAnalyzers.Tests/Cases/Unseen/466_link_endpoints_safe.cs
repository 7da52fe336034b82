// What the handlers share is an Interlocked counter, a concurrent dictionary and a list that is only read; the rest is local to one request. difficulty: medium
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.U466;

public static class LinkEndpoints
{
    public static void MapLinks(WebApplication app, string blockedHosts)
    {
        var targets = new ConcurrentDictionary<int, string>();
        var blocked = blockedHosts.Split(',').ToHashSet(StringComparer.OrdinalIgnoreCase);
        int lastId = 0;

        app.MapPost("/links", (string target) =>
        {
            int dots = 0;
            foreach (char character in target)
            {
                if (character == '.')
                {
                    dots++;
                }
            }
            if (dots == 0 || blocked.Contains(new Uri(target).Host))
            {
                return Results.BadRequest();
            }
            int id = Interlocked.Increment(ref lastId);
            targets[id] = target;
            return Results.Ok(id);
        });
        app.MapGet("/links/{id:int}", (int id) =>
            targets.TryGetValue(id, out var target) ? Results.Redirect(target) : Results.NotFound());
    }
}
