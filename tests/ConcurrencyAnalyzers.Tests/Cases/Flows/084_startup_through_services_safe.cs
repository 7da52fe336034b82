// The host loads the catalog before it serves, through a member of its own.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F084;

public sealed class Ratings
{
    private readonly Dictionary<string, int> _ratings = new();

    public async Task LoadAsync()
    {
        foreach (var line in await File.ReadAllLinesAsync("ratings"))
            _ratings[line] = line.Length;
    }

    public int? Of(string name) => _ratings.TryGetValue(name, out var rating) ? rating : null;
}

public sealed class AppHost(Ratings ratings)
{
    public async Task InitializeAsync() => await ratings.LoadAsync();
}

public static class Program84
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Ratings>();
        builder.Services.AddSingleton<AppHost>();
        var app = builder.Build();
        await app.Services.GetRequiredService<AppHost>().InitializeAsync();
        app.MapGet("/rating", (string name, Ratings ratings) => ratings.Of(name));
        await app.RunAsync();
    }
}
