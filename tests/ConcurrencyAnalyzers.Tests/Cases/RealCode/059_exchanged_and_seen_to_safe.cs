// The new one is a copy of what was there; who exchanges it shuts down whatever he gets for it.
namespace Cases.R059;

public sealed class Dispatcher(Pool pool)
{
    private volatile Pool _pool = pool;

    public void Execute(Action work) => _pool.Execute(work);

    public void Shutdown()
    {
        var copy = _pool.Clone();
#pragma warning disable CS0420
        var old = Interlocked.Exchange(ref _pool, copy);
#pragma warning restore CS0420
        old.Shutdown();
    }
}

public sealed class Pool
{
    private int _shut;

    public Pool Clone() => new();

    public void Execute(Action work) => ThreadPool.QueueUserWorkItem(_ => work());

    public void Shutdown() => Interlocked.Exchange(ref _shut, 1);
}
