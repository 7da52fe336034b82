using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.L1086;

public sealed record WaterQuality(string Beach, string Grade, DateTimeOffset Fetched);

public sealed class WaterQualityCache(HttpClient http)
{
    private static readonly ConcurrentDictionary<string, WaterQuality> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(30);

    public async Task<WaterQuality> GetAsync(string beach, CancellationToken ct)
    {
        if (Known.TryGetValue(beach, out WaterQuality? seen) && DateTimeOffset.UtcNow - seen.Fetched < MaxAge)
        {
            return seen;
        }
        string grade = await http.GetStringAsync($"/water/{Uri.EscapeDataString(beach)}", ct);
        var fresh = new WaterQuality(beach, grade.Trim(), DateTimeOffset.UtcNow);
        return Known.AddOrUpdate(
            beach,
            static (_, candidate) => candidate,
            static (_, current, candidate) => candidate.Fetched > current.Fetched ? candidate : current,
            fresh);
    }

    public static WaterQuality[] All() => Known.Values.OrderBy(q => q.Beach).ToArray();
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<WaterQualityCache>(c => c.BaseAddress = new Uri("http://beaches.internal"));
        WebApplication app = builder.Build();
        app.MapGet("/beaches", () => Results.Ok(WaterQualityCache.All()));
        app.MapGet("/beaches/{beach}", async (string beach, WaterQualityCache cache, CancellationToken ct) =>
            Results.Ok(await cache.GetAsync(beach, ct)));
        app.Run();
    }
}
