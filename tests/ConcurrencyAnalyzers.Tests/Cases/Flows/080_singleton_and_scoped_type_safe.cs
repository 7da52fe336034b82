// Registered twice, for two uses: which object a request has is not known.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F080;

public sealed class Buffer80
{
    private readonly List<string> _lines = [];

    public void Add(string line) => _lines.Add(line);
}

public static class Setup
{
    public static void AddForTools(IServiceCollection services) => services.AddSingleton<Buffer80>();

    public static void AddForWeb(IServiceCollection services, WebApplication app)
    {
        services.AddScoped<Buffer80>();
        app.MapGet("/add", (string line, Buffer80 buffer) => buffer.Add(line));
    }
}
