// A CancellationToken ends the loop; the count is read when the task has ended.
namespace Cases.S075;

public sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _beats;

    public Heartbeat(Action beat) => _loop = Task.Run(() => LoopAsync(beat));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        Console.WriteLine(_beats);
        _stop.Dispose();
    }

    private async Task LoopAsync(Action beat)
    {
        while (!_stop.IsCancellationRequested)
        {
            beat();
            _beats++;
            await Task.Delay(100);
        }
    }
}
