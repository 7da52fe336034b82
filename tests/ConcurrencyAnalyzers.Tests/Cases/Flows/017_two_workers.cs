// Two hosted services share one singleton.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.F017;

public sealed class WorkList
{
    private readonly Queue<string> _items = new();

    public void Add(string item) => _items.Enqueue(item); // expect: RACE

    public string? Take() => _items.TryDequeue(out var item) ? item : null; // expect: RACE
}

public sealed class Reader(WorkList list) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            list.Add("item");
            await Task.Delay(10, stoppingToken);
        }
    }
}

public sealed class Writer(WorkList list) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Console.WriteLine(list.Take());
            await Task.Delay(10, stoppingToken);
        }
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<WorkList>();
        services.AddHostedService<Reader>();
        services.AddHostedService<Writer>();
    }
}
