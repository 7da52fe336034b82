// A field serves as a parameter between two members, in objects that several runs have at once.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.S344;

public sealed class TimingMiddleware(RequestDelegate next)
{
    private string? _path;

    public async Task InvokeAsync(HttpContext context)
    {
        _path = context.Request.Path; // expect: RACE#1
        await next(context);
        Report();
    }

    private void Report() => Console.WriteLine(_path); // expect: RACE#1
}

public sealed class Renderer
{
    private string _file = "";

    public void RenderAll(string[] files) => Parallel.ForEach(files, Render);

    private void Render(string file)
    {
        _file = file; // expect: RACE#2
        Load();
    }

    private void Load() => Console.WriteLine(File.ReadAllText(_file)); // expect: RACE#2
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
