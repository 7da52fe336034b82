// The stop flag is volatile; the counters of the thread are read after it was joined. difficulty: easy
namespace Cases.U342;

public sealed class PortListener(Func<string?> receive)
{
    private volatile bool _stopRequested;
    private Thread? _thread;
    private int _received;
    private string _lastMessage = "";

    public void Start()
    {
        _thread = new Thread(Listen) { Name = "port listener" };
        _thread.Start();
    }

    public string Stop()
    {
        _stopRequested = true;
        _thread?.Join();
        return $"{_received} messages, last one: {_lastMessage}";
    }

    private void Listen()
    {
        while (!_stopRequested)
        {
            if (receive() is { } message)
            {
                _lastMessage = message;
                _received++;
            }
        }
    }
}
