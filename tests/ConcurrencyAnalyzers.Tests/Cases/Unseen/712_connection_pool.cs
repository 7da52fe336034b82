// Blind: a soft limit of a concurrent bag, counted before the add.
// The pool limit is tested with Count before Add; concurrent returns push the bag over the limit. difficulty: medium
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Cases.U712;

public sealed class PooledConnection(string host, int port) : IDisposable
{
    private readonly TcpClient _client = new();

    public bool IsUsable => _client.Connected;

    public Task ConnectAsync() => _client.ConnectAsync(host, port);

    public void Dispose() => _client.Dispose();
}

public sealed class ConnectionPool(string host, int port, int maxIdle)
{
    private readonly ConcurrentBag<PooledConnection> _idle = [];

    public async Task<T> UseAsync<T>(Func<PooledConnection, Task<T>> work)
    {
        PooledConnection connection = await RentAsync();
        try
        {
            return await work(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    private async Task<PooledConnection> RentAsync()
    {
        while (_idle.TryTake(out PooledConnection? pooled))
        {
            if (pooled.IsUsable)
            {
                return pooled;
            }
            pooled.Dispose();
        }
        var fresh = new PooledConnection(host, port);
        await fresh.ConnectAsync();
        return fresh;
    }

    private void Return(PooledConnection connection)
    {
        if (connection.IsUsable && _idle.Count < maxIdle) // expect: CHECK_THEN_ACT?
        {
            _idle.Add(connection); // blind: CHECK_THEN_ACT
        }
        else
        {
            connection.Dispose();
        }
    }
}
