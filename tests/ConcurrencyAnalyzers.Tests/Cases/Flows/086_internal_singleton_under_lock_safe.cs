// The list has no lock of its own, but its only user holds one.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F086;

internal sealed class Entries
{
    private readonly List<string> _lines = [];

    internal void Add(string line) => _lines.Add(line);

    internal int Count() => _lines.Count;
}

internal sealed class Log(Entries entries)
{
    private readonly object _gate = new();

    internal int Write(string line)
    {
        lock (_gate)
        {
            entries.Add(line);
            return entries.Count();
        }
    }
}

internal static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<Entries>();
        services.AddSingleton<Log>();
        app.MapPost("/log", (string line, Log log) => log.Write(line));
    }
}
