// The nearest wrong one: they wait, and then all of them connect.
namespace Cases.R081;

public enum Phase
{
    Closed,
    Connecting,
    Open,
}

public sealed class Connection
{
    private readonly object _gate = new();
    private TaskCompletionSource _opened = new();
    private Phase _phase;
    private int _attempts;

    public async Task PingAllAsync(string[] hosts)
    {
        var pings = new List<Task>();
        foreach (var host in hosts)
            pings.Add(Task.Run(() => PingAsync(host)));
        await Task.WhenAll(pings);
    }

    private async Task PingAsync(string host)
    {
        await ConnectAsync();
        Console.WriteLine(host);
    }

    private async Task ConnectAsync()
    {
        TaskCompletionSource? waiter = null;
        lock (_gate)
        {
            if (_phase != Phase.Closed)
                waiter = _opened;
            else
                _phase = Phase.Connecting;
        }

        if (waiter != null)
        {
            await waiter.Task;
        }

        await Task.Delay(10);
        _attempts++; // expect: RACE
        lock (_gate)
        {
            _phase = Phase.Open;
            _opened.TrySetResult();
        }
    }
}
