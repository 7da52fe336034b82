// The null check happens before the await and the store after it: concurrent first publishers open one connection each, all but one leak. difficulty: medium
namespace Cases.U641;

public sealed record Message(string Topic, string Body);

public sealed class BrokerConnection : IAsyncDisposable
{
    private int _sent;

    private BrokerConnection(Uri broker) => Broker = broker;

    public Uri Broker { get; }

    public int Sent => Volatile.Read(ref _sent);

    public static async Task<BrokerConnection> OpenAsync(Uri broker, CancellationToken token)
    {
        await Task.Delay(30, token).ConfigureAwait(false);
        return new BrokerConnection(broker);
    }

    public async Task SendAsync(Message message, CancellationToken token)
    {
        await Task.Delay(message.Body.Length % 7, token).ConfigureAwait(false);
        Interlocked.Increment(ref _sent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class EventPublisher(Uri broker) : IAsyncDisposable
{
    private BrokerConnection? _connection;

    public async Task PublishAsync(Message message, CancellationToken token)
    {
        var connection = _connection ??= await BrokerConnection.OpenAsync(broker, token).ConfigureAwait(false); // expect: LAZY_INIT, RACE?, CHECK_THEN_ACT?
        await connection.SendAsync(message, token).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}

public static class OutboxRelay
{
    public static async Task RelayAsync(Uri broker, IEnumerable<Message> outbox, CancellationToken token)
    {
        await using var publisher = new EventPublisher(broker);
        await Task.WhenAll(outbox.Select(message => publisher.PublishAsync(message, token))).ConfigureAwait(false);
    }
}
