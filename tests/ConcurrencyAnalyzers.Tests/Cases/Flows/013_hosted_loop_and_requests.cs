// The loop of the hosted service fills the dictionary that requests read through its public members.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.F013;

public sealed class PriceFeed : BackgroundService
{
    private readonly Dictionary<string, decimal> _prices = new();

    public decimal? PriceOf(string item) => _prices.TryGetValue(item, out var price) ? price : null; // expect: RACE

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _prices["tea"] = DateTime.UtcNow.Second; // expect: RACE
            await Task.Delay(500, stoppingToken);
        }
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<PriceFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<PriceFeed>());
        app.MapGet("/price", (string item, PriceFeed feed) => feed.PriceOf(item));
    }
}
