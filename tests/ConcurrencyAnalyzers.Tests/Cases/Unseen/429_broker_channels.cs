// GetOrAdd may run its factory on several threads at once, without a lock: the count of opened channels goes wrong. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U429;

public sealed record BrokerChannel(string Topic, int Number);

public sealed class Broker
{
    private readonly ConcurrentDictionary<string, BrokerChannel> _channels = new();
    private int _opened;

    public int Publish(IEnumerable<(string Topic, string Body)> messages, Action<BrokerChannel, string> send)
    {
        Parallel.ForEach(messages, message =>
        {
            var channel = _channels.GetOrAdd(message.Topic, Open); // expect: CHECK_THEN_ACT?, LAZY_INIT?
            send(channel, message.Body);
        });
        return _opened;
    }

    private BrokerChannel Open(string topic)
    {
        _opened++; // expect: RACE#1
        return new BrokerChannel(topic, _opened); // expect: RACE#1
    }
}
