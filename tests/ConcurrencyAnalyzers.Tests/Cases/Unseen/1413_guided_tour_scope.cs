// A site for guided tours: a middleware works out the visitor's language and group, the controller greets with them. difficulty: medium
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cabinet.C1413;

public sealed class TourVisitor
{
    private readonly List<string> _interests = [];

    public string Language { get; set; } = "en";

    public IReadOnlyList<string> Interests => _interests;

    public void AddInterest(string interest) => _interests.Add(interest);
}

public sealed class TourMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, TourVisitor visitor)
    {
        visitor.Language = context.Request.Headers.AcceptLanguage.ToString().Split(',')[0];
        foreach (var interest in context.Request.Query["interest"])
        {
            visitor.AddInterest(interest ?? "everything");
        }
        await next(context);
    }
}

[ApiController]
[Route("tour")]
public sealed class TourController(TourVisitor visitor) : ControllerBase
{
    [HttpGet]
    public string Get() => $"{visitor.Language}: {string.Join(", ", visitor.Interests)}";
}

public static class TourSite
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped<TourVisitor>();
        builder.Services.AddControllers();
        var app = builder.Build();
        app.UseMiddleware<TourMiddleware>();
        app.MapControllers();
        return app;
    }
}
