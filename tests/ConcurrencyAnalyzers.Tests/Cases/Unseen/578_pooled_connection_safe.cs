// A connection pool whose trimming helper relies on its callers holding the lock.
using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.U578;

public sealed class PooledConnection
{
    public PooledConnection(string host) => Host = host;

    public string Host { get; }

    public long LastUsed { get; set; }

    public void Close() => Console.WriteLine($"closed {Host}");
}

public sealed class ConnectionPool : IDisposable
{
    private readonly object _sync = new();
    private readonly LinkedList<PooledConnection> _idle = new();
    private readonly string _host;
    private readonly Timer _trimTimer;
    private int _created;

    public ConnectionPool(string host)
    {
        _host = host;
        _trimTimer = new Timer(_ => Trim(), null, 10_000, 10_000);
    }

    public PooledConnection Rent()
    {
        lock (_sync)
        {
            if (_idle.Last is { } node)
            {
                _idle.RemoveLast();
                return node.Value;
            }

            _created++;
            return new PooledConnection(_host);
        }
    }

    public void Return(PooledConnection connection)
    {
        List<PooledConnection> stale;
        lock (_sync)
        {
            connection.LastUsed = Environment.TickCount64;
            _idle.AddLast(connection);
            stale = _idle.Count > 32 ? RemoveStale(5_000) : new List<PooledConnection>();
        }

        stale.ForEach(c => c.Close());
    }

    private void Trim()
    {
        List<PooledConnection> stale;
        lock (_sync)
        {
            stale = RemoveStale(30_000);
        }

        stale.ForEach(c => c.Close());
    }

    // Callers hold _sync.
    private List<PooledConnection> RemoveStale(long maxIdle)
    {
        var stale = new List<PooledConnection>();
        var limit = Environment.TickCount64 - maxIdle;
        while (_idle.First is { } node && node.Value.LastUsed < limit)
        {
            _idle.RemoveFirst();
            _created--;
            stale.Add(node.Value);
        }

        return stale;
    }

    public void Dispose() => _trimTimer.Dispose();
}
