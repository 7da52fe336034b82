// Replacing a volatile ImmutableList with list.Add(...) is a read-modify-write: of two concurrent subscribers one is lost. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U839;

public sealed class TopicHub<TMessage>
{
    private volatile ImmutableList<Action<TMessage>> _handlers = [];

    public IDisposable Subscribe(Action<TMessage> handler)
    {
        _handlers = _handlers.Add(handler); // expect: NON_ATOMIC#1, RACE?
        return new Subscription(this, handler);
    }

    public int Publish(TMessage message)
    {
        var handlers = _handlers;
        foreach (var handler in handlers)
        {
            handler(message);
        }
        return handlers.Count;
    }

    private void Unsubscribe(Action<TMessage> handler)
    {
        _handlers = _handlers.Remove(handler); // expect: NON_ATOMIC#1, RACE?
    }

    private sealed class Subscription(TopicHub<TMessage> hub, Action<TMessage> handler) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                hub.Unsubscribe(handler);
            }
        }
    }
}
