// The nearest wrong one: whoever likes can try too, and one more than the limit gets in.
namespace Cases.R048;

public sealed class Retry<T>(IObserver<T> next, Func<Exception, IObservable<T>> handler) : IObserver<T>
{
    private const int Limit = 3;
    private int _tries;

    public void OnNext(T value) => next.OnNext(value);

    public void OnCompleted() => next.OnCompleted();

    public void Again()
    {
        if (Volatile.Read(ref _tries) < Limit)
        {
            Interlocked.Increment(ref _tries); // expect: CHECK_THEN_ACT
            handler(new TimeoutException()).Subscribe(this);
        }
    }

    public void OnError(Exception error)
    {
        if (Volatile.Read(ref _tries) < Limit)
        {
            Interlocked.Increment(ref _tries); // expect: CHECK_THEN_ACT
            handler(error).Subscribe(this);
            return;
        }

        next.OnError(error);
    }
}
