// Before it subscribes itself an observer is being set up, the first time: the second source is added while the first one sends.
namespace Cases.R116;

public abstract class Sink<T> : IObserver<T>
{
    public abstract void OnNext(T value);

    public abstract void OnError(Exception error);

    public abstract void OnCompleted();
}

public sealed class Merged<T> : Sink<T>
{
    private readonly object _gate = new();
    private readonly List<List<T>> _parts = new();

    public static Merged<T> Of(IEnumerable<IObservable<T>> sources)
    {
        var merged = new Merged<T>();
        foreach (var source in sources)
            merged.Add(source);
        return merged;
    }

    internal IDisposable Add(IObservable<T> source)
    {
        _parts.Add(new List<T>()); // expect: INCONSISTENT_LOCK
        return source.Subscribe(this);
    }

    public override void OnNext(T value)
    {
        lock (_gate)
        {
            foreach (var part in _parts)
                part.Add(value);
            if (_parts.Count > 10)
                _parts.RemoveAt(0);
        }
    }

    public override void OnError(Exception error)
    {
        lock (_gate)
            _parts.Clear();
    }

    public override void OnCompleted()
    {
        lock (_gate)
            _parts.Clear();
    }
}

public sealed class Both<T> : Sink<T>
{
    private readonly object _gate = new();
    private readonly List<List<T>> _parts = new();

    public static Both<T> Of(IObservable<T> first, IObservable<T> second)
    {
        var both = new Both<T>();
        both.Add(first);
        both.Add(second);
        return both;
    }

    internal IDisposable Add(IObservable<T> source)
    {
        _parts.Add(new List<T>()); // expect: INCONSISTENT_LOCK
        return source.Subscribe(this);
    }

    public override void OnNext(T value)
    {
        lock (_gate)
        {
            foreach (var part in _parts)
                part.Add(value);
            if (_parts.Count > 10)
                _parts.RemoveAt(0);
        }
    }

    public override void OnError(Exception error)
    {
        lock (_gate)
            _parts.Clear();
    }

    public override void OnCompleted()
    {
        lock (_gate)
            _parts.Clear();
    }
}
