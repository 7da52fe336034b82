// The nearest wrong one: the window is opened when the source may already send.
namespace Cases.R087;

public abstract class Sink<T> : IObserver<T>
{
    public abstract void OnNext(T value);

    public abstract void OnError(Exception error);

    public abstract void OnCompleted();
}

public sealed class Windows<T> : Sink<T>
{
    private readonly object _gate = new();
    private readonly Queue<List<T>> _open = new();

    public IDisposable Run(IObservable<T> source)
    {
        var subscription = source.Subscribe(this);
        OpenWindow();
        return subscription;
    }

    private void OpenWindow() => _open.Enqueue(new List<T>()); // expect: INCONSISTENT_LOCK

    public override void OnNext(T value)
    {
        lock (_gate)
        {
            foreach (var window in _open)
                window.Add(value);
            if (_open.Peek().Count > 10)
                OpenWindow();
        }
    }

    public override void OnError(Exception error)
    {
        lock (_gate)
            _open.Clear();
    }

    public override void OnCompleted()
    {
        lock (_gate)
            _open.Clear();
    }
}
