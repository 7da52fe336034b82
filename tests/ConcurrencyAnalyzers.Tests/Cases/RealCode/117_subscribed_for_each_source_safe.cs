// The safe twin: each source has an observer of its own, or the part is there before the first source is.
namespace Cases.R117;

public abstract class Sink<T> : IObserver<T>
{
    public abstract void OnNext(T value);

    public abstract void OnError(Exception error);

    public abstract void OnCompleted();
}

public sealed class Single<T> : Sink<T>
{
    private readonly object _gate = new();
    private readonly List<List<T>> _parts = new();

    public static List<Single<T>> Of(IEnumerable<IObservable<T>> sources)
    {
        var all = new List<Single<T>>();
        foreach (var source in sources)
        {
            var single = new Single<T>();
            single.Add(source);
            all.Add(single);
        }

        return all;
    }

    internal IDisposable Add(IObservable<T> source)
    {
        _parts.Add(new List<T>());
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
