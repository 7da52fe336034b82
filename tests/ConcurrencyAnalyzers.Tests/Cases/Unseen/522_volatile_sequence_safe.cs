// Only the one pump thread, started by the constructor, writes the volatile counter; others just read it, so ++ loses nothing. difficulty: hard
namespace Cases.U522;

public sealed class PacketPump
{
    private readonly Func<byte[]?> _receive;
    private readonly Thread _thread;
    private volatile int _received;
    private volatile bool _stop;

    public PacketPump(Func<byte[]?> receive)
    {
        _receive = receive;
        _thread = new Thread(Loop) { IsBackground = true };
        _thread.Start();
    }

    public int Received => _received;

    public int Stop()
    {
        _stop = true;
        _thread.Join();
        return _received;
    }

    private void Loop()
    {
        while (!_stop && _receive() is not null)
        {
            _received++;
        }
    }
}
