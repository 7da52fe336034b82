using System.Collections.Concurrent;

namespace Mqtt.Retained;

public sealed record RetainedMessage(string Topic, byte[] Payload, long Revision);

public interface IRetainedStore
{
    long Publish(string topic, byte[] payload);
    RetainedMessage? Get(string topic);
    int Purge(long olderThan);
}

public sealed class RetainedStore : IRetainedStore
{
    private readonly ConcurrentDictionary<string, RetainedMessage> _messages = new(StringComparer.Ordinal);

    public long Publish(string topic, byte[] payload)
    {
        if (payload.Length == 0)
        {
            _messages.TryRemove(topic, out _);
            return 0;
        }

        long revision = _messages.TryGetValue(topic, out RetainedMessage? old) ? old.Revision + 1 : 1; // expect: CHECK_THEN_ACT#1
        _messages[topic] = new RetainedMessage(topic, payload, revision); // expect: CHECK_THEN_ACT#1, NON_ATOMIC?
        return revision;
    }

    public RetainedMessage? Get(string topic) => _messages.GetValueOrDefault(topic);

    public int Purge(long olderThan)
    {
        int purged = 0;
        foreach (KeyValuePair<string, RetainedMessage> entry in _messages)
        {
            if (entry.Value.Revision < olderThan && _messages.TryRemove(entry))
            {
                purged++;
            }
        }
        return purged;
    }
}

public sealed class BrokerSession(IRetainedStore store, Stream transport)
{
    public async Task PumpAsync(CancellationToken ct)
    {
        var header = new byte[4];
        while (!ct.IsCancellationRequested)
        {
            await transport.ReadExactlyAsync(header, ct);
            var body = new byte[header[3]];
            await transport.ReadExactlyAsync(body, ct);
            store.Publish($"dev/{header[1]}", body);
        }
    }
}

public sealed class Broker
{
    private readonly RetainedStore _store = new();

    public Task ServeAsync(IEnumerable<Stream> clients, CancellationToken ct) =>
        Task.WhenAll(clients.Select(c => Task.Run(() => new BrokerSession(_store, c).PumpAsync(ct), ct)));
}
