// Handlers live in an array that is never changed in place; subscribers replace it with a compare-exchange loop. difficulty: hard
namespace Cases.U705;

public sealed class EventBus<TEvent>
{
    private Action<TEvent>[] _handlers = [];

    public IDisposable Subscribe(Action<TEvent> handler)
    {
        while (true)
        {
            Action<TEvent>[] seen = Volatile.Read(ref _handlers);
            Action<TEvent>[] extended = [.. seen, handler];
            if (Interlocked.CompareExchange(ref _handlers, extended, seen) == seen)
            {
                return new Subscription(this, handler);
            }
        }
    }

    public int Publish(TEvent message)
    {
        Action<TEvent>[] targets = Volatile.Read(ref _handlers);
        foreach (Action<TEvent> target in targets)
        {
            target(message);
        }
        return targets.Length;
    }

    private void Remove(Action<TEvent> handler)
    {
        Action<TEvent>[] seen;
        Action<TEvent>[] reduced;
        do
        {
            seen = Volatile.Read(ref _handlers);
            int index = Array.IndexOf(seen, handler);
            if (index < 0)
            {
                return;
            }
            reduced = [.. seen[..index], .. seen[(index + 1)..]];
        }
        while (Interlocked.CompareExchange(ref _handlers, reduced, seen) != seen);
    }

    private sealed class Subscription(EventBus<TEvent> bus, Action<TEvent> handler) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                bus.Remove(handler);
            }
        }
    }
}
