// While the first call awaits OpenAsync the field is still null, so concurrent publishers open connections of their own and all but one leak. difficulty: medium
namespace Cases.U811;

public interface IBrokerConnection : IAsyncDisposable
{
    Task SendAsync(string topic, string message);
}

public interface IBroker
{
    Task<IBrokerConnection> OpenAsync();
}

public sealed class BrokerClient(IBroker broker, string topic) : IAsyncDisposable
{
    private IBrokerConnection? _connection;

    public Task PublishAllAsync(IEnumerable<string> messages) =>
        Task.WhenAll(messages.Select(message => Task.Run(() => PublishAsync(message))));

    public async ValueTask DisposeAsync()
    {
        if (_connection != null)
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task PublishAsync(string message)
    {
        IBrokerConnection connection = await ConnectAsync();
        await connection.SendAsync(topic, message);
    }

    private async Task<IBrokerConnection> ConnectAsync() =>
        _connection ??= await broker.OpenAsync(); // expect: LAZY_INIT, RACE?, CHECK_THEN_ACT?
}
