// The background service writes to the singleton's plain dictionary while requests read from it. difficulty: hard
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.U463;

public sealed class PriceTable
{
    private readonly Dictionary<string, decimal> _prices = [];

    public decimal? Find(string symbol) =>
        _prices.TryGetValue(symbol, out decimal price) ? price : null; // expect: RACE#1

    public void Update(string symbol, decimal price)
    {
        _prices[symbol] = price; // expect: RACE#1
    }
}

public sealed class PriceRefreshService(PriceTable table, HttpClient http) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            string page = await http.GetStringAsync("https://prices.example.test/all", stoppingToken);
            foreach (var line in page.Split('\n'))
            {
                string[] cells = line.Split(';');
                table.Update(cells[0], decimal.Parse(cells[1]));
            }
            await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
        }
    }
}

public static class PriceApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<HttpClient>();
        builder.Services.AddSingleton<PriceTable>();
        builder.Services.AddHostedService<PriceRefreshService>();
        var app = builder.Build();
        app.MapGet("/prices/{symbol}", (string symbol, PriceTable table) => table.Find(symbol));
        return app;
    }
}
