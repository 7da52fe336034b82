// A setter that throws once the object is started belongs to its set-up; those who add and remove later take the lock.
namespace Cases.R224;

public sealed class Link
{
    private readonly object _gate = new();
    private Action<Link>? _closed;
    private int _active;
    private bool _isClosed;

    public Action<Link>? Closed
    {
        get => _closed;
        set
        {
            if (_active == 1)
                throw new InvalidOperationException("already active");
            _closed = value ?? throw new ArgumentNullException(nameof(value));
        }
    }

    public void Start()
    {
        if (Interlocked.CompareExchange(ref _active, 1, 0) == 0)
            Task.Run(Read);
    }

    public void AddClosed(Action<Link> closed)
    {
        lock (_gate)
        {
            if (!_isClosed)
                _closed += closed;
        }
    }

    public void RemoveClosed(Action<Link> closed)
    {
        lock (_gate)
            _closed -= closed;
    }

    private void Read()
    {
        Action<Link>? closed;
        lock (_gate)
        {
            closed = _closed;
            _isClosed = true;
        }

        closed?.Invoke(this);
    }
}
