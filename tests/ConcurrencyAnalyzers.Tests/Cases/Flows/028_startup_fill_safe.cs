// Filled while the program starts and only read when it serves.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.F028;

public sealed class Catalog
{
    private readonly Dictionary<string, int> _prices = new();

    public void Load(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _prices[line] = line.Length;
    }

    public int? Find(string item) => _prices.TryGetValue(item, out var price) ? price : null;
}

public sealed class Warmup(Names names) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        names.Add("first");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public sealed class Names
{
    private readonly List<string> _names = [];

    public void Add(string name) => _names.Add(name);

    public bool Has(string name) => _names.Contains(name);
}

public static class Program28
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Catalog>();
        builder.Services.AddSingleton<Names>();
        builder.Services.AddHostedService<Warmup>();
        var app = builder.Build();
        app.Services.GetRequiredService<Catalog>().Load(File.ReadLines("catalog.txt"));
        app.MapGet("/find", (string item, Catalog catalog, Names names) => names.Has(item) ? catalog.Find(item) : null);
        app.Run();
    }
}
