// Changes build a new immutable map and install it with CompareExchange, starting over when another change came first. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U751;

public delegate Task TopicHandler(string topic, ReadOnlyMemory<byte> payload);

public sealed class TopicRouter
{
    private ImmutableDictionary<string, ImmutableArray<TopicHandler>> _handlers =
        ImmutableDictionary<string, ImmutableArray<TopicHandler>>.Empty;

    public void Subscribe(string topic, TopicHandler handler) =>
        Change(topic, handlers => handlers.Add(handler));

    public void Unsubscribe(string topic, TopicHandler handler) =>
        Change(topic, handlers => handlers.Remove(handler));

    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload)
    {
        var snapshot = Volatile.Read(ref _handlers);
        if (!snapshot.TryGetValue(topic, out var handlers))
        {
            return;
        }
        foreach (var handler in handlers)
        {
            await handler(topic, payload);
        }
    }

    private void Change(string topic, Func<ImmutableArray<TopicHandler>, ImmutableArray<TopicHandler>> change)
    {
        while (true)
        {
            var before = Volatile.Read(ref _handlers);
            var current = before.TryGetValue(topic, out var handlers) ? handlers : [];
            var after = before.SetItem(topic, change(current));
            if (ReferenceEquals(Interlocked.CompareExchange(ref _handlers, after, before), before))
            {
                return;
            }
        }
    }
}
