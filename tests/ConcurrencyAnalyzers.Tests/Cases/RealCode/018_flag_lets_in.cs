// The flag is set to the value that lets the other flow in, or is set without the lock, or is not looked at.
namespace Cases.R018;

public sealed class Starter
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private bool _isListening;

    public Starter() => new Thread(Receive) { IsBackground = true }.Start();

    public void Listen()
    {
        lock (_gate)
            _isListening = true;
        _waiting.Clear();  // expect: INCONSISTENT_LOCK
    }

    private void Receive()
    {
        while (true)
        {
            lock (_gate)
            {
                if (!_isListening)
                    return;
                _waiting.Enqueue("next");
            }
        }
    }
}

public sealed class Careless
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private bool _isListening = true;

    public Careless() => new Thread(Receive) { IsBackground = true }.Start();

    public void Stop()
    {
        _isListening = false;
        _waiting.Clear();  // expect: INCONSISTENT_LOCK
    }

    private void Receive()
    {
        while (true)
        {
            lock (_gate)
            {
                if (!_isListening)
                    return;
                _waiting.Enqueue("next");
            }
        }
    }
}

public sealed class Blind
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private bool _isListening = true;

    public Blind() => new Thread(Receive) { IsBackground = true }.Start();

    public bool IsListening => _isListening;

    public void Stop()
    {
        lock (_gate)
            _isListening = false;
        _waiting.Clear();  // expect: INCONSISTENT_LOCK
    }

    private void Receive()
    {
        while (true)
        {
            lock (_gate)
                _waiting.Enqueue("next");
        }
    }
}
