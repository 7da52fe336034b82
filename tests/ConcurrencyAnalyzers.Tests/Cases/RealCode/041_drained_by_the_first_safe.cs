// Who counts up from zero drains for all who come meanwhile: the flag has one writer.
namespace Cases.R041;

public sealed class Relay
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<Action> _queue = new();
    private int _waiting;
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
        if (Interlocked.Increment(ref _waiting) != 1)
            return;
        do
        {
            if (Volatile.Read(ref _active) == 0 && _queue.TryDequeue(out var work))
            {
                Interlocked.Exchange(ref _active, 1);
                work();
            }
        }
        while (Interlocked.Decrement(ref _waiting) != 0);
    }
}
