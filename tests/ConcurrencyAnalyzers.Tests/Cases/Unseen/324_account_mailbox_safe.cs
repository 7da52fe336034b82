// Many tasks post delegates, but one loop reads the channel and runs them one after the other: an actor. difficulty: hard
using System.Threading.Channels;

namespace Cases.U324;

public sealed class AccountActor
{
    private readonly Channel<Action> _mailbox = Channel.CreateUnbounded<Action>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, decimal> _balances = [];
    private readonly Task _loop;
    private int _handled;

    public AccountActor() => _loop = Task.Run(LoopAsync);

    public void Deposit(string account, decimal amount) => _mailbox.Writer.TryWrite(() =>
    {
        _balances[account] = _balances.GetValueOrDefault(account) + amount;
        _handled++;
    });

    public async Task<(int Handled, decimal Total)> CompleteAsync()
    {
        _mailbox.Writer.Complete();
        await _loop;
        return (_handled, _balances.Values.Sum());
    }

    private async Task LoopAsync()
    {
        await foreach (var message in _mailbox.Reader.ReadAllAsync())
        {
            message();
        }
    }
}

public static class SavingsDay
{
    public static async Task<decimal> CollectAsync(IEnumerable<(string Account, decimal Amount)> deposits)
    {
        var actor = new AccountActor();
        await Task.WhenAll(deposits.Select(d => Task.Run(() => actor.Deposit(d.Account, d.Amount))));
        return (await actor.CompleteAsync()).Total;
    }
}
