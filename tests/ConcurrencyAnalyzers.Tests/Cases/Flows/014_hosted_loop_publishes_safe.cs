// The loop builds a new dictionary and publishes it whole; requests read whichever they find.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.F014;

public sealed class PriceFeed : BackgroundService
{
    private IReadOnlyDictionary<string, decimal> _prices = new Dictionary<string, decimal>();
    private int _rounds;

    public int Rounds => _rounds;

    public decimal? PriceOf(string item) => _prices.TryGetValue(item, out var price) ? price : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = new Dictionary<string, decimal>();
            next["tea"] = DateTime.UtcNow.Second;
            _prices = next;
            _rounds++;
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
