// The nearest safe twins: loaded under a semaphore; loaded twice, but there is nothing in it that could be changed.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.Publication.S231;

public sealed class Menu(string title)
{
    public string Title => title;
    public List<string> Dishes { get; } = [];
}

public sealed record Prices(string Currency, decimal Soup);

public interface IKitchen
{
    Task<Menu> LoadAsync();

    Task<Prices> LoadPricesAsync();
}

public sealed class FileKitchen : IKitchen
{
    public async Task<Menu> LoadAsync() => new(await File.ReadAllTextAsync("menu.txt"));

    public async Task<Prices> LoadPricesAsync() => new(await File.ReadAllTextAsync("currency.txt"), 4.50m);
}

public sealed class MenuBoard(IKitchen kitchen)
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private Menu? _menu;
    private Prices? _prices;

    public async Task<string> TitleAsync()
    {
        await _loading.WaitAsync();
        try
        {
            _menu ??= await kitchen.LoadAsync();
            return _menu.Title;
        }
        finally
        {
            _loading.Release();
        }
    }

    public async Task<decimal> SoupAsync()
    {
        var prices = _prices ??= await kitchen.LoadPricesAsync();
        return prices.Soup;
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IKitchen, FileKitchen>();
        builder.Services.AddSingleton<MenuBoard>();
        var app = builder.Build();
        app.MapGet("/title", (MenuBoard board) => board.TitleAsync());
        app.MapGet("/soup", (MenuBoard board) => board.SoupAsync());
        app.Run();
    }
}
