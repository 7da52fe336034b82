using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cases.L1101;

public sealed class LedgerSyncWorker(HttpClient http, ILogger<LedgerSyncWorker> log) : BackgroundService
{
    private decimal _balance;
    private DateTimeOffset _syncedAt;

    public object Describe()
    {
        return new
        {
            Balance = _balance, // expect: RACE, NON_ATOMIC?
            SyncedAt = _syncedAt, // expect: RACE, NON_ATOMIC?
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                string text = await http.GetStringAsync("http://ledger.internal/balance", stoppingToken);
                _balance = decimal.Parse(text); // expect: RACE, NON_ATOMIC?
                _syncedAt = DateTimeOffset.UtcNow; // expect: RACE, NON_ATOMIC?
            }
            catch (HttpRequestException e)
            {
                log.LogWarning(e, "ledger not reachable");
            }
        }
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<HttpClient>();
        builder.Services.AddSingleton<LedgerSyncWorker>();
        builder.Services.AddHostedService(p => p.GetRequiredService<LedgerSyncWorker>());
        WebApplication app = builder.Build();
        app.MapGet("/ledger", (LedgerSyncWorker worker) => Results.Ok(worker.Describe()));
        app.Run();
    }
}
