// A connection belongs to whoever has set its state under its lock; the keep-alive timer asks for the state there.
namespace Cases.R019;

internal enum State
{
    Ready,
    Busy,
}

internal sealed class Connection
{
    private readonly object _sync = new();
    private readonly List<byte> _buffer = new();
    private readonly Timer _keepAlive;
    private State _state;

    public Connection() => _keepAlive = new(KeepAlive, null, Timeout.Infinite, Timeout.Infinite);

    internal void Open()
    {
        _buffer.Clear();
        Begin(State.Busy);
        Put(0);
        End();
    }

    internal void Begin(State state)
    {
        lock (_sync)
        {
            _keepAlive.Change(Timeout.Infinite, Timeout.Infinite);
            if (_state != State.Ready)
                throw new InvalidOperationException();
            _state = state;
        }
    }

    internal void End()
    {
        lock (_sync)
        {
            _state = State.Ready;
            _keepAlive.Change(1000, 1000);
        }
    }

    internal void Put(byte value) => _buffer.Add(value);

    private void KeepAlive(object? state)
    {
        if (!Monitor.TryEnter(_sync))
            return;
        try
        {
            if (_state != State.Ready)
                return;
            _buffer.Add(0);
            _buffer.Clear();
        }
        finally
        {
            Monitor.Exit(_sync);
        }
    }
}

internal sealed class Command(Connection connection)
{
    public void Run()
    {
        connection.Begin(State.Busy);
        connection.Put(1);
        connection.End();
    }
}

internal static class Pool
{
    public static Connection Rent()
    {
        var connection = new Connection();
        connection.Open();
        connection.Put(2);
        return connection;
    }
}
