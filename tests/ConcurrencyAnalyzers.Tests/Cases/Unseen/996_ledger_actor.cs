// Any thread may post, but the dictionary is touched only by the closures that the one pump task runs. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U996;

public sealed class LedgerActor : IAsyncDisposable
{
    private readonly BlockingCollection<Action> _inbox = new();
    private readonly Dictionary<string, long> _balances = [];
    private readonly Task _pump;

    public LedgerActor()
    {
        _pump = Task.Factory.StartNew(
            Pump,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    public Task<long> BookAsync(string account, long cents)
    {
        var booked = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Add(() =>
        {
            long balance = _balances.GetValueOrDefault(account) + cents;
            _balances[account] = balance;
            booked.SetResult(balance);
        });
        return booked.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _inbox.CompleteAdding();
        await _pump;
        _inbox.Dispose();
    }

    private void Pump()
    {
        foreach (var message in _inbox.GetConsumingEnumerable())
        {
            message();
        }
    }

    public static async Task<long> BookAllAsync(string account, IEnumerable<long> amounts)
    {
        await using var ledger = new LedgerActor();
        await Task.WhenAll(amounts.Select(cents => Task.Run(() => ledger.BookAsync(account, cents))));
        return await ledger.BookAsync(account, 0);
    }
}
