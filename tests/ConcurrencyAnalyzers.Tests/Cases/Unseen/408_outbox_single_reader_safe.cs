// Peeking first and dequeuing after the send is right here: one worker, started once, is the only one that takes from the queue. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U408;

public sealed class Outbox : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Task<bool>> _send;
    private readonly Task _worker;

    public Outbox(Func<string, Task<bool>> send)
    {
        _send = send;
        _worker = Task.Run(DeliverAsync);
    }

    public void Post(string message)
    {
        _messages.Enqueue(message);
        _arrived.Release();
    }

    private async Task DeliverAsync()
    {
        try
        {
            while (true)
            {
                await _arrived.WaitAsync(_stop.Token);
                while (_messages.TryPeek(out var message) && await _send(message))
                {
                    _messages.TryDequeue(out _);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _worker;
        _stop.Dispose();
    }
}
