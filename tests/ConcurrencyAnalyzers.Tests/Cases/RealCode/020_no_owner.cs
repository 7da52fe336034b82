// Nobody who puts something into the buffer has set the state that the keep-alive timer asks for.
namespace Cases.R020;

internal enum State
{
    Ready,
    Closed,
}

internal sealed class Connection
{
    private readonly object _sync = new();
    private readonly List<byte> _buffer = new();
    private readonly Timer _keepAlive;
    private State _state;

    public Connection() => _keepAlive = new(KeepAlive, null, 1000, 1000);

    internal void Shut()
    {
        lock (_sync)
            _state = State.Closed;
    }

    internal void Put(byte value) => _buffer.Add(value);  // expect: INCONSISTENT_LOCK

    private void KeepAlive(object? state)
    {
        lock (_sync)
        {
            if (_state != State.Ready)
                return;
            _buffer.Add(0);
            _buffer.Clear();
        }
    }
}

internal sealed class Command(Connection connection)
{
    public void Run() => connection.Put(1);
}
