// The nearest wrong one: everybody drains, and two can start one each.
namespace Cases.R042;

public sealed class Relay
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<Action> _queue = new();
    private int _posted;
    private int _active;

    public void Post(Action work)
    {
        _queue.Enqueue(work);
        Drain();
    }

    public void Finished()
    {
        Volatile.Write(ref _active, 0);
        Drain();
    }

    private void Drain()
    {
        Interlocked.Increment(ref _posted);
        if (Volatile.Read(ref _active) == 0 && _queue.TryDequeue(out var work))
        {
            Interlocked.Exchange(ref _active, 1); // expect: CHECK_THEN_ACT
            work();
        }
    }
}
