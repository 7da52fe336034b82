// Both callers find no connection and open one each; the first one leaks.
namespace Cases.Atomicity.S052;

public sealed class Connection : IDisposable
{
    private int _sent;

    public void Send() => _sent++;

    public void Dispose()
    {
    }
}

public sealed class Feed(Func<Task<Connection>> open)
{
    private Connection? _connection;

    public Task SendAllAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => SendAsync()));

    private async Task SendAsync()
    {
        if (_connection == null)
        {
            _connection = await open(); // expect: RACE
        }

        lock (_connection)
            _connection.Send();
    }
}
