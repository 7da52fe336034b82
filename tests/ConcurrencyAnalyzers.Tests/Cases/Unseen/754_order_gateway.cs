// All orders find no session, all of them log in, and every session but the last stored is never logged out. difficulty: medium
namespace Cases.U754;

public sealed record TradeOrder(string Symbol, int Quantity, decimal Limit);

public interface IBrokerSession
{
    Task<long> SubmitAsync(TradeOrder order);

    Task LogOutAsync();
}

public interface IBroker
{
    Task<IBrokerSession> LogInAsync(string account);
}

public sealed class OrderGateway(IBroker broker, string account) : IAsyncDisposable
{
    private IBrokerSession? _session;

    public async Task<long[]> SubmitAllAsync(IEnumerable<TradeOrder> orders) =>
        await Task.WhenAll(orders.Select(SubmitAsync));

    public async ValueTask DisposeAsync()
    {
        if (_session != null)
        {
            await _session.LogOutAsync();
        }
    }

    private async Task<long> SubmitAsync(TradeOrder order)
    {
        var session = await SessionAsync();
        return await session.SubmitAsync(order);
    }

    private async Task<IBrokerSession> SessionAsync()
    {
        if (_session == null) // expect: LAZY_INIT#1, RACE?
        {
            _session = await broker.LogInAsync(account); // expect: LAZY_INIT#1, RACE?
        }
        return _session; // expect: LAZY_INIT?, RACE?
    }
}
