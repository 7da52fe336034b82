using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.L1085;

public sealed record PollenForecast(string Place, int Grass, int Birch);

public sealed class PollenClient(HttpClient http)
{
    public async Task<PollenForecast> GetAsync(string place, CancellationToken ct)
    {
        string body = await http.GetStringAsync($"/pollen/{Uri.EscapeDataString(place)}", ct);
        string[] parts = body.Split(',');
        return new PollenForecast(place, int.Parse(parts[0]), int.Parse(parts[1]));
    }
}

public static class Program
{
    private static readonly Dictionary<string, PollenForecast> Cache = new(StringComparer.OrdinalIgnoreCase);

    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<PollenClient>(c => c.BaseAddress = new Uri("http://pollen.internal"));
        WebApplication app = builder.Build();
        app.MapGet("/forecast/{place}", GetForecastAsync);
        app.MapDelete("/forecast", () =>
        {
            Cache.Clear(); // expect: RACE
            return Results.NoContent();
        });
        app.Run();
    }

    private static async Task<IResult> GetForecastAsync(string place, PollenClient client, CancellationToken ct)
    {
        if (Cache.TryGetValue(place, out PollenForecast? cached)) // expect: RACE
        {
            return Results.Ok(cached);
        }
        PollenForecast fresh = await client.GetAsync(place, ct);
        Cache[place] = fresh; // expect: RACE, CHECK_THEN_ACT?
        return Results.Ok(fresh);
    }
}
