// Who ends the listener sets a flag under the lock; from then on nobody gets past the test of it, and the queue is his.
namespace Cases.R017;

public sealed class Listener
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private bool _isListening = true;

    public Listener() => new Thread(Receive) { IsBackground = true }.Start();

    public void Stop()
    {
        lock (_gate)
        {
            if (!_isListening)
                return;
            _isListening = false;
        }

        _waiting.Clear();
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

/// <summary>The same, where setting the flag is a step that can fail.</summary>
public sealed class Handshake
{
    private enum Phase
    {
        New,
        Open,
    }

    private readonly object _gate = new();
    private readonly List<string> _log = new();
    private Phase _phase;

    public Handshake() => new Thread(Greet) { IsBackground = true }.Start();

    public void Open()
    {
        if (!TryOpen())
            return;
        _log.Add("open");
    }

    private bool TryOpen()
    {
        lock (_gate)
        {
            if (_phase == Phase.Open)
                return false;
            _phase = Phase.Open;
            return true;
        }
    }

    private void Greet()
    {
        lock (_gate)
        {
            if (_phase == Phase.Open)
                return;
            _log.Add("hello");
        }
    }
}
