namespace ConcurrencyAnalyzers.Workers.TestHost;

/// <summary>A web application that leaves its heavy work to worker processes.</summary>
internal static class Web
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/primes/{limit:int}", (int limit, CancellationToken aborted) => WorkerPool.Shared.RunAsync(Count, limit, aborted));
        await app.StartAsync();
        Console.WriteLine($"URL {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static Answer Count(int limit)
    {
        var primes = 0;
        for (var n = 2; n < limit; n++)
        {
            var divisor = 2;
            while (divisor * divisor <= n && n % divisor != 0)
                divisor++;
            if (divisor * divisor > n)
                primes++;
        }
        return new Answer(primes, Environment.ProcessId, System.Runtime.GCSettings.IsServerGC);
    }

    internal sealed record Answer(int Primes, int ProcessId, bool ServerGC);
}
