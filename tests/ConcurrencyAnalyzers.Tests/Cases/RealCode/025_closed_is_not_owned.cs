// The timer looks under the lock whether the connection is still there; that its user can close it makes him no owner.
namespace Cases.R025;

internal sealed class Connection
{
    private readonly object _sync = new();
    private readonly Dictionary<int, bool> _answered = new();
    private readonly Timer _timer;
    private Stream? _stream;
    private int _attempts;

    public Connection(Stream stream)
    {
        _stream = stream;
        _timer = new(OnTimeout, null, Timeout.Infinite, Timeout.Infinite);
    }

    internal void BeginRead()
    {
        _attempts++;
        _answered.Add(_attempts, false);  // expect: INCONSISTENT_LOCK
        _timer.Change(1000, Timeout.Infinite);
        if (_attempts > 10)
            Close();
    }

    private void Close()
    {
        lock (_sync)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    private void OnTimeout(object? state)
    {
        lock (_sync)
        {
            if (_stream == null)
                return;
            if (!_answered[_attempts])
                _stream.WriteByte(0);
        }
    }
}

internal static class Server
{
    public static void Serve(Stream stream) => new Connection(stream).BeginRead();
}
