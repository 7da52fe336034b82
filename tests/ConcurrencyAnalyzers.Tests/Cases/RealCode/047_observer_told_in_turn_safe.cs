// An observable tells an observer one thing after the other: only the telling changes the number.
namespace Cases.R047;

public sealed class Retry<T>(IObserver<T> next, Func<Exception, IObservable<T>> handler) : IObserver<T>
{
    private const int Limit = 3;
    private int _tries;

    public int Tries => Volatile.Read(ref _tries);

    public void OnNext(T value) => next.OnNext(value);

    public void OnCompleted() => next.OnCompleted();

    public void OnError(Exception error)
    {
        if (Volatile.Read(ref _tries) < Limit)
        {
            Interlocked.Increment(ref _tries);
            handler(error).Subscribe(this);
            return;
        }

        next.OnError(error);
    }
}
