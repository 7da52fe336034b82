using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Localisation;

public sealed record LocaleUse(int Requests, DateTimeOffset Last);

public sealed class LocaleContext
{
    private static readonly AsyncLocal<string?> s_current = new();

    public string Current => s_current.Value ?? "en";

    public void Use(string locale) => s_current.Value = locale;
}

public sealed class LocaleStatistics(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LocaleUse> _uses = new(StringComparer.OrdinalIgnoreCase);

    public void Record(string locale)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _uses.AddOrUpdate(
            locale,
            static (_, at) => new LocaleUse(1, at),
            static (_, use, at) => use with { Requests = use.Requests + 1, Last = at > use.Last ? at : use.Last },
            now);
    }

    public IReadOnlyDictionary<string, LocaleUse> Snapshot() => new Dictionary<string, LocaleUse>(_uses.ToArray());
}

public sealed class LocaleMiddleware(RequestDelegate next, LocaleContext context, LocaleStatistics statistics)
{
    private readonly string[] _supported = ["en", "de", "sl", "hu"];

    public async Task InvokeAsync(HttpContext http)
    {
        string wanted = http.Request.Headers.AcceptLanguage.ToString().Split(',', ';')[0].Trim();
        string locale = _supported.FirstOrDefault(s => wanted.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ?? "en";
        context.Use(locale);
        statistics.Record(locale);
        await next(http);
    }
}

public sealed class Greeter(LocaleContext context)
{
    private static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["en"] = "hello", ["de"] = "hallo", ["sl"] = "zdravo", ["hu"] = "szia",
    };

    public string Greet(string name) => $"{Words[context.Current]}, {name}";
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LocaleContext>();
        builder.Services.AddSingleton<LocaleStatistics>();
        builder.Services.AddSingleton<Greeter>();
        WebApplication app = builder.Build();
        app.UseMiddleware<LocaleMiddleware>();
        app.MapGet("/greet/{name}", (string name, Greeter greeter) => greeter.Greet(name));
        app.MapGet("/locales", (LocaleStatistics statistics) => statistics.Snapshot());
        app.Run();
    }
}
