// Between the count reaching zero and the removal another caller can acquire the topic again; the removal drops a live one. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U653;

public interface IUpstream
{
    void Subscribe(string topic);

    void Unsubscribe(string topic);
}

public sealed class TopicHub(IUpstream upstream)
{
    private readonly ConcurrentDictionary<string, int> _references = new(StringComparer.Ordinal);

    public int Topics => _references.Count;

    public IDisposable Acquire(string topic)
    {
        int count = _references.AddOrUpdate(topic, 1, static (_, held) => held + 1);
        if (count == 1)
        {
            upstream.Subscribe(topic); // expect: CHECK_THEN_ACT?
        }
        return new Lease(this, topic);
    }

    private void Release(string topic)
    {
        int left = _references.AddOrUpdate(topic, 0, static (_, held) => held - 1);
        if (left == 0)
        {
            _references.TryRemove(topic, out _); // expect: CHECK_THEN_ACT
            upstream.Unsubscribe(topic); // expect: CHECK_THEN_ACT?
        }
    }

    private sealed class Lease(TopicHub hub, string topic) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                hub.Release(topic);
            }
        }
    }
}
