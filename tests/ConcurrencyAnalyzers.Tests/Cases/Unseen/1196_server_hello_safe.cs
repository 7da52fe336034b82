namespace Blind.C1196;

public struct ServerHello
{
    public Guid Session;
    public decimal ProtocolVersion;
    public DateTime ServerTime;
}

public interface ITransport
{
    Task<string?> ReadLineAsync();
}

public sealed class Negotiation
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITransport _transport;
    private ServerHello _hello;
    private string? _failure;

    public Negotiation(ITransport transport)
    {
        _transport = transport;
    }

    public async Task PumpAsync()
    {
        try
        {
            var line = await _transport.ReadLineAsync();
            var parts = line?.Split('|');
            if (parts is not { Length: 3 })
            {
                _failure = "bad hello";
                return;
            }

            _hello.Session = Guid.Parse(parts[0]);
            _hello.ProtocolVersion = decimal.Parse(parts[1]);
            _hello.ServerTime = DateTime.Parse(parts[2]);
        }
        catch (Exception e)
        {
            _failure = e.Message;
        }
        finally
        {
            _done.SetResult();
        }
    }

    public async Task<ServerHello> HelloAsync()
    {
        await _done.Task;
        if (_failure != null)
        {
            throw new InvalidDataException(_failure);
        }

        return _hello;
    }
}

public sealed class Connector
{
    public async Task<TimeSpan> SkewAsync(ITransport transport)
    {
        var negotiation = new Negotiation(transport);
        var pump = Task.Run(negotiation.PumpAsync);
        var first = Task.Run(negotiation.HelloAsync);
        var second = Task.Run(negotiation.HelloAsync);
        await pump;
        var hello = await first;
        var again = await second;
        return hello.Session == again.Session ? DateTime.UtcNow - hello.ServerTime : TimeSpan.Zero;
    }
}
