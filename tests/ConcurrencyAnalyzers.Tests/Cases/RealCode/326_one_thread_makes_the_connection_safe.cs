using System;
using System.Threading;

namespace RealCode326;

// One thread makes connections, and replaces the description; the others take a connection away, or read.
public sealed class Monitor
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private Connection? _connection;
    private string? _description = "new";
    private Thread? _thread;

    public sealed class Connection : IDisposable
    {
        public int Sent;

        public void Dispose() => Sent = -1;
    }

    public string? Description => Interlocked.CompareExchange(ref _description, null, null);

    public void Initialize()
    {
        _thread = new Thread(new ParameterizedThreadStart(Begin)) { IsBackground = true };
        _thread.Start(_end.Token);

        void Begin(object? token) => Watch((CancellationToken)token!);
    }

    public void Check()
    {
        Connection? old;
        lock (_gate)
        {
            old = _connection;
            _connection = null;
        }

        old?.Dispose();
    }

    public void Dispose()
    {
        _end.Cancel();
        _connection?.Dispose();
    }

    private void Watch(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
            Beat();
    }

    private void Beat()
    {
        var former = _description;
        Connection? connection;
        lock (_gate)
            connection = _connection;
        if (connection == null)
        {
            connection = new Connection { Sent = 1 };
            lock (_gate)
                _connection = connection;
        }

        SetDescription(former + " " + connection.Sent);
    }

    private void SetDescription(string description)
    {
        var old = Interlocked.CompareExchange(ref _description, null, null);
        Interlocked.Exchange(ref _description, description);
        Console.WriteLine(old);
    }
}
