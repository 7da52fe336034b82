// Two requests load one each, and what is added to the one that is dropped is lost.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.Publication.S230;

public sealed class Menu(string title)
{
    public string Title => title;
    public List<string> Dishes { get; } = [];
}

public interface IKitchen
{
    Task<Menu> LoadAsync();
}

public sealed class FileKitchen : IKitchen
{
    public async Task<Menu> LoadAsync() => new(await File.ReadAllTextAsync("menu.txt"));
}

public sealed class MenuBoard(IKitchen kitchen)
{
    private Menu? _menu;

    public async Task<string> TitleAsync()
    {
        var menu = _menu ??= await kitchen.LoadAsync(); // expect: LAZY_INIT
        return menu.Title;
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
        app.Run();
    }
}
