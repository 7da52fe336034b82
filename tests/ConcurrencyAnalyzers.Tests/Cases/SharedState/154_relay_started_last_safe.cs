// Set before the start, or given before the signal that the thread waits for, or looked at before it is used.
namespace Cases.SharedState.S154;

public interface ISocket
{
    void Send(byte[] packet);
}

public sealed class Relay(Func<string, ISocket> connect, Func<byte[]> next)
{
    private readonly ManualResetEventSlim _ready = new();
    private ISocket? _socket;
    private ISocket? _spare;
    private ISocket? _log;
    private Thread? _thread;
    private volatile bool _stopped;

    public void Open(string host)
    {
        _socket = connect(host);
        _thread = new Thread(Pump);
        _thread.Start();
        _log = connect("log");
        _spare = connect("spare." + host);
        _ready.Set();
    }

    public void Close()
    {
        _stopped = true;
        _thread?.Join();
    }

    private void Pump()
    {
        _ready.Wait();
        while (!_stopped)
        {
            _socket!.Send(next());
            _spare!.Send(next());
            if (_log is { } log)
            {
                log.Send([]);
            }
        }
    }
}
