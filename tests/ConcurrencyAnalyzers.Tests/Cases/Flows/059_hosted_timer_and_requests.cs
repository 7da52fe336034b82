// The sample of the documentation, with a plain counter that callbacks advance and requests reset.
using Microsoft.Extensions.Hosting;

namespace Cases.F059;

public sealed class TimedService : IHostedService, IDisposable
{
    private readonly List<string> _history = [];
    private Timer? _timer;

    public Task StartAsync(CancellationToken stoppingToken)
    {
        _history.Add("started");
        _timer = new Timer(DoWork, null, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        return Task.CompletedTask;
    }

    public string[] History() => _history.ToArray(); // expect: RACE

    public Task StopAsync(CancellationToken stoppingToken)
    {
        _timer?.Change(Timeout.Infinite, 0);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void DoWork(object? state) => _history.Add("worked"); // expect: RACE
}
