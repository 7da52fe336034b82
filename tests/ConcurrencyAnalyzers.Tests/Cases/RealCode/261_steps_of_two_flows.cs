// The nearest wrong one: whoever likes can have a status sent too, beside the loop.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.StepsOfTwoFlows;

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

    public Task SendNowAsync() => SendStatusAsync();

    private async Task LoopAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await SendStatusAsync();
            await Task.Delay(1000);
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
            _failures++; // expect: NON_ATOMIC, CHECK_THEN_ACT?
            Console.WriteLine(failure.Message);
        }
    }
}
