// The session is a scoped service: the worker makes a scope per round and each request has its own, so no two share its plain fields. difficulty: hard
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.U464;

public sealed class ImportSession
{
    private readonly List<string> _rejected = [];
    private int _rows;

    public void Accept(string row)
    {
        _rows++;
        if (!row.Contains(';'))
        {
            _rejected.Add(row);
        }
    }

    public string Report() => $"{_rows} rows, {_rejected.Count} rejected";
}

public sealed class ImportWorker(IServiceScopeFactory scopes, Func<CancellationToken, Task<string[]>> nextBatch) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var scope = scopes.CreateScope();
            var session = scope.ServiceProvider.GetRequiredService<ImportSession>();
            foreach (var row in await nextBatch(stoppingToken))
            {
                session.Accept(row);
            }
            await Console.Out.WriteLineAsync(session.Report());
        }
    }
}

public static class ImportApp
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ImportSession>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/rows/{row}", (string row, ImportSession session) =>
        {
            session.Accept(row);
            return session.Report();
        });
    }
}
