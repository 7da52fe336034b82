using System;
using System.Threading;

namespace RealCode327;

// Whoever asks for a check makes the connection too: two find none, and one of the two connections is lost.
public sealed class Monitor
{
    private readonly object _gate = new();
    private Connection? _connection;
    private Thread? _thread;
    private volatile bool _ended;

    public sealed class Connection : IDisposable
    {
        public int Sent;

        public void Dispose() => Sent = -1;
    }

    public void Initialize()
    {
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    public void Check() => Beat();

    public void Forget()
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
        _ended = true;
        _connection?.Dispose();
    }

    private void Watch()
    {
        while (!_ended)
            Beat();
    }

    private void Beat()
    {
        Connection? connection;
        lock (_gate)
            connection = _connection;
        if (connection == null)
        {
            connection = new Connection { Sent = 1 };
            lock (_gate)
                _connection = connection; // expect: CHECK_THEN_ACT
        }

        Console.WriteLine(connection.Sent);
    }
}
