// Stopping clears what the loop is still using: the base has not been told to stop yet.
using Microsoft.Extensions.Hosting;

namespace Cases.F015;

public sealed class Uploader : BackgroundService
{
    private readonly Queue<string> _files = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _files.Clear(); // expect: RACE
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _files.Enqueue("next"); // expect: RACE
            if (_files.TryDequeue(out var file)) // expect: RACE
                await File.ReadAllTextAsync(file, stoppingToken);
        }
    }
}
