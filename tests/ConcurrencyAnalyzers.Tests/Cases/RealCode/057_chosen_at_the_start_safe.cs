// Either the thread works, or the caller does it himself: which of them is chosen when the server is started.
namespace Cases.R057;

public sealed class Server
{
    private Thread? _thread;
    private bool _isManual;
    private int _turns;

    public void Start(bool isManual)
    {
        _isManual = isManual;
        if (!isManual)
        {
            _thread = new Thread(Run);
            _thread.Start();
        }
    }

    public void Update()
    {
        if (!_isManual)
            return;
        Turn();
    }

    private void Run()
    {
        while (_turns < 1000)
            Turn();
    }

    private void Turn() => _turns++;
}
