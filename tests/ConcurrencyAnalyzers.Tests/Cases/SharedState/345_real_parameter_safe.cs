// The nearest safe twins: a real parameter, an object for each run, and a last value that is for show.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.S345;

public sealed class TimingMiddleware(RequestDelegate next)
{
    private volatile string? _last;

    public string Last => _last ?? "";

    public async Task InvokeAsync(HttpContext context)
    {
        string path = context.Request.Path;
        _last = path;
        await next(context);
        Report(path);
    }

    private static void Report(string path) => Console.WriteLine(path);
}

public sealed class Renderer
{
    private string _file = "";

    public static void RenderAll(string[] files) => Parallel.ForEach(files, static file => new Renderer().Render(file));

    private void Render(string file)
    {
        _file = file;
        Load();
    }

    private void Load() => Console.WriteLine(File.ReadAllText(_file));
}

public static class Program
{
    public static void Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.UseMiddleware<TimingMiddleware>();
        app.Run();
    }
}
