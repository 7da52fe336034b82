using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Museum.Guide;

public sealed record Exhibit(string Code, string Title, string Room);

public interface IExhibitCatalog
{
    Exhibit? Find(string code);
    int Version { get; }
}

public sealed class ExhibitCatalog : IExhibitCatalog
{
    private sealed record Snapshot(int Version, FrozenDictionary<string, Exhibit> Exhibits);

    private volatile Snapshot _snapshot = new(0, FrozenDictionary<string, Exhibit>.Empty);

    public int Version => _snapshot.Version;

    public Exhibit? Find(string code) => _snapshot.Exhibits.GetValueOrDefault(code);

    public void Replace(int version, IEnumerable<Exhibit> exhibits)
    {
        _snapshot = new Snapshot(version, exhibits.ToFrozenDictionary(e => e.Code, StringComparer.OrdinalIgnoreCase));
    }
}

public sealed class CatalogRefresher(ExhibitCatalog catalog, ILogger<CatalogRefresher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int version = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            try
            {
                await using FileStream file = File.OpenRead("exhibits.json");
                Exhibit[] exhibits = await JsonSerializer.DeserializeAsync<Exhibit[]>(file, cancellationToken: stoppingToken) ?? [];
                catalog.Replace(++version, exhibits);
                logger.LogInformation("catalog {Version}: {Count} exhibits", version, exhibits.Length);
            }
            catch (IOException e)
            {
                logger.LogWarning(e, "catalog not refreshed");
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
        builder.Services.AddSingleton<ExhibitCatalog>();
        builder.Services.AddSingleton<IExhibitCatalog>(p => p.GetRequiredService<ExhibitCatalog>());
        builder.Services.AddHostedService<CatalogRefresher>();
        WebApplication app = builder.Build();
        app.MapGet("/exhibits/{code}", (string code, IExhibitCatalog catalog) => catalog.Find(code));
        app.MapGet("/version", (IExhibitCatalog catalog) => catalog.Version);
        app.Run();
    }
}
