// The mailbox chains each action to the one before it, so they run one at a time and in order; the balance needs no lock of its own. difficulty: hard
namespace Cases.U452;

public sealed class Mailbox
{
    private readonly object _gate = new();
    private Task _tail = Task.CompletedTask;

    public Task Post(Action action)
    {
        lock (_gate)
        {
            _tail = _tail.ContinueWith(
                _ => action(),
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
            return _tail;
        }
    }
}

public sealed class Ledger
{
    private readonly Mailbox _mailbox = new();
    private decimal _balance;
    private int _entries;

    private Task BookAsync(decimal amount) => _mailbox.Post(() =>
    {
        _balance += amount;
        _entries++;
    });

    public static async Task<string> CloseDayAsync(IEnumerable<decimal> amounts)
    {
        var ledger = new Ledger();
        await Task.WhenAll(amounts.Select(amount => Task.Run(() => ledger.BookAsync(amount))));
        return $"{ledger._balance:F2} in {ledger._entries} entries";
    }
}
