// The count of failures belongs to the one loop that the type starts: nobody else comes to these steps.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.StepsOfOneFlow;

public sealed class Reporter
{
    private readonly Func<string, Task> _send;
    private readonly CancellationTokenSource _end = new();
    private volatile int _failures;
    private Task? _loop;

    public Reporter(Func<string, Task> send) => _send = send;

    public void Start() => _loop = Task.Run(LoopAsync);

    public Task StopAsync()
    {
        _end.Cancel();
        return _loop ?? Task.CompletedTask;
    }

    private async Task LoopAsync()
    {
        var isStarted = false;
        while (!_end.IsCancellationRequested)
        {
            if (!isStarted)
                isStarted = await SendStartAsync();
            else
                await SendStatusAsync();
            await Task.Delay(1000);
        }
    }

    private async Task<bool> SendStartAsync()
    {
        try
        {
            await _send("started");
            _failures = 0;
            return true;
        }
        catch (Exception failure)
        {
            if (_failures >= 5)
                return false;
            _failures++;
            Console.WriteLine(failure.Message);
            return false;
        }
    }

    private async Task SendStatusAsync()
    {
        try
        {
            await _send("alive");
            _failures = 0;
        }
        catch (Exception failure)
        {
            if (_failures >= 5)
                return;
            _failures++;
            Console.WriteLine(failure.Message);
        }
    }
}
