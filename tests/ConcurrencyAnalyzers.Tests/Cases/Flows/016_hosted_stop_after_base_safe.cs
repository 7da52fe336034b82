// The base's StopAsync has waited for the loop before anything is cleared; StartAsync ran before it.
using Microsoft.Extensions.Hosting;

namespace Cases.F016;

public sealed class Uploader : BackgroundService
{
    private readonly Queue<string> _files = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _files.Enqueue("first");
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _files.Clear();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _files.Enqueue("next");
            if (_files.TryDequeue(out var file))
                await File.ReadAllTextAsync(file, stoppingToken);
        }
    }
}
