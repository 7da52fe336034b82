// The loop is cancelled and awaited before its timer and token source are disposed, and its counter is read only then. difficulty: medium
namespace Cases.U807;

public sealed class HeartbeatSender : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _tick = new(TimeSpan.FromSeconds(1));
    private readonly Func<int, CancellationToken, Task> _send;
    private readonly Task _loop;
    private int _sent;

    public HeartbeatSender(Func<int, CancellationToken, Task> send)
    {
        _send = send;
        _loop = Task.Run(LoopAsync);
    }

    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        return _sent;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            _tick.Dispose();
            _stop.Dispose();
        }
    }

    private async Task LoopAsync()
    {
        try
        {
            while (await _tick.WaitForNextTickAsync(_stop.Token))
            {
                await _send(_sent, _stop.Token);
                _sent++;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
