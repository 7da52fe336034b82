// The nearest wrong one: the setter throws only when the object is at its end.
namespace Cases.R225;

public sealed class Link : IDisposable
{
    private readonly object _gate = new();
    private Action<Link>? _closed;
    private bool _disposed;

    public Action<Link>? Closed
    {
        get => _closed;
        set
        {
            if (_disposed)
                throw new ObjectDisposedException(nameof(Link));
            _closed = value ?? throw new ArgumentNullException(nameof(value)); // expect: INCONSISTENT_LOCK
        }
    }

    public void AddClosed(Action<Link> closed)
    {
        lock (_gate)
            _closed += closed;
    }

    public void RemoveClosed(Action<Link> closed)
    {
        lock (_gate)
            _closed -= closed;
    }

    public void Close()
    {
        Action<Link>? closed;
        lock (_gate)
            closed = _closed;
        closed?.Invoke(this);
    }

    public void Dispose() => _disposed = true;
}
