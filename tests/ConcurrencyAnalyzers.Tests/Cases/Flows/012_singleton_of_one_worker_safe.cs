// Only one background loop uses the singleton, and a loop does one thing after the other.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cases.F012;

public sealed class BatchState
{
    private readonly List<string> _lines = [];
    private int _batch;

    public void Add(string line) => _lines.Add(line);

    public string Flush()
    {
        var text = string.Join("\n", _lines);
        _lines.Clear();
        _batch++;
        return text + _batch;
    }
}

public sealed class Importer(BatchState state) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            state.Add("line");
            Console.WriteLine(state.Flush());
            await Task.Delay(1000, stoppingToken);
        }
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<BatchState>();
        services.AddHostedService<Importer>();
    }
}
