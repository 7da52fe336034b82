// Who comes second finds the first one's connection and closes its own.
namespace Cases.Atomicity.S053;

public sealed class Connection : IDisposable
{
    private int _sent;

    public void Send() => Interlocked.Increment(ref _sent);

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
        if (Volatile.Read(ref _connection) is not { } connection)
        {
            var opened = await open();
            connection = Interlocked.CompareExchange(ref _connection, opened, null) ?? opened;
            if (connection != opened)
                opened.Dispose();
        }

        connection.Send();
    }
}
