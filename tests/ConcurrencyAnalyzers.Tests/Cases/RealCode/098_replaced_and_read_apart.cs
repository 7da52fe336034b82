// The nearest wrong one of 059: what is there is shut down, and another is put in its place in a second step.
namespace Cases.R098;

public sealed class Dispatcher(Pool pool)
{
    private volatile Pool _pool = pool;

    public void Execute(Action work) => _pool.Execute(work);

    public void Shutdown()
    {
        var old = _pool;
        old.Shutdown();
        _pool = old.Next(); // expect: NON_ATOMIC
    }

    public void Reset(Pool other) => Interlocked.Exchange(ref _pool, other).Shutdown();
}

public sealed class Pool
{
    private int _shut;

    public Pool Next() => new();

    public void Execute(Action work) => ThreadPool.QueueUserWorkItem(_ => work());

    public void Shutdown() => Interlocked.Exchange(ref _shut, 1);
}
