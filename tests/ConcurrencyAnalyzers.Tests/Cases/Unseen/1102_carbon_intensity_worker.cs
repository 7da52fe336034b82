using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cases.L1102;

public sealed class CarbonIntensity
{
    private long _grams = -1;
    private long _updatedTicks;

    public int? Grams
    {
        get
        {
            long grams = Interlocked.Read(ref _grams);
            return grams < 0 ? null : (int)grams;
        }
    }

    public DateTime UpdatedAt => new(Interlocked.Read(ref _updatedTicks), DateTimeKind.Utc);

    public void Set(int grams)
    {
        Interlocked.Exchange(ref _grams, grams);
        Interlocked.Exchange(ref _updatedTicks, DateTime.UtcNow.Ticks);
    }
}

public sealed class CarbonWorker(CarbonIntensity intensity, HttpClient http, ILogger<CarbonWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        do
        {
            try
            {
                string text = await http.GetStringAsync("http://grid.internal/intensity", stoppingToken);
                intensity.Set(int.Parse(text));
            }
            catch (HttpRequestException e)
            {
                log.LogWarning(e, "grid not reachable");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<HttpClient>();
        builder.Services.AddSingleton<CarbonIntensity>();
        builder.Services.AddHostedService<CarbonWorker>();
        WebApplication app = builder.Build();
        app.MapGet("/intensity", (CarbonIntensity intensity) => intensity.Grams is { } grams
            ? Results.Ok(grams)
            : Results.StatusCode(503));
        app.MapGet("/intensity/updated", (CarbonIntensity intensity) => intensity.UpdatedAt);
        app.Run();
    }
}
