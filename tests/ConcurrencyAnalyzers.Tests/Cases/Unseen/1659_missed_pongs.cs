// A connection counts the pings that were not answered and is given up after too many of them. difficulty: medium
namespace Cases.U1659;

public interface ISocket : IDisposable
{
    Task SendAsync(string frame);
    Task<string?> ReceiveAsync();
}

public sealed class LinkHealth(int limit)
{
    private int _missed;

    public int Missed => Volatile.Read(ref _missed);

    public void Answered() => Interlocked.Exchange(ref _missed, 0);

    public bool PingIsAllowed()
    {
        _missed++; // expect: NON_ATOMIC, RACE?
        return Missed <= limit;
    }
}

public sealed class PingingConnection(ISocket socket, int limit)
{
    private readonly LinkHealth _health = new(limit);

    public async Task RunAsync(Action<string> handle)
    {
        var ended = new CancellationTokenSource();
        var pings = Task.Run(() => PingAsync(ended));
        while (!ended.IsCancellationRequested && await socket.ReceiveAsync() is { } frame)
        {
            if (frame == "pong")
            {
                _health.Answered();
            }
            else
            {
                handle(frame);
            }
        }
        ended.Cancel();
        await pings;
    }

    private async Task PingAsync(CancellationTokenSource ended)
    {
        while (!ended.IsCancellationRequested)
        {
            if (!_health.PingIsAllowed())
            {
                ended.Cancel();
                return;
            }
            await socket.SendAsync("ping");
            await Task.Delay(1_000);
        }
    }
}
