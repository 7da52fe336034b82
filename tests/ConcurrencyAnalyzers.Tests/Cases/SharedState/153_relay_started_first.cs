// The thread runs before the socket that it writes to is set.
namespace Cases.SharedState.S153;

public interface ISocket
{
    void Send(byte[] packet);
}

public sealed class Relay(Func<string, ISocket> connect, Func<byte[]> next)
{
    private ISocket? _socket;
    private Thread? _thread;
    private volatile bool _stopped;

    public void Open(string host)
    {
        _thread = new Thread(Pump);
        _thread.Start(); // expect: RACE?
        _socket = connect(host); // expect: RACE
    }

    public void Close()
    {
        _stopped = true;
        _thread?.Join();
    }

    private void Pump()
    {
        while (!_stopped)
        {
            _socket!.Send(next());
        }
    }
}
