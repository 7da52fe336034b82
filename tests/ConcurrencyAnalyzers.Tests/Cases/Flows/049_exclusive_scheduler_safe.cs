// All of it happens on the exclusive scheduler.
namespace Cases.F049;

public sealed class Ledger
{
    private readonly ConcurrentExclusiveSchedulerPair _pair = new();
    private readonly List<decimal> _entries = [];

    public Task Book(decimal[] amounts)
    {
        var bookings = new List<Task>();
        foreach (var amount in amounts)
            bookings.Add(Task.Factory.StartNew(() => _entries.Add(amount), CancellationToken.None, TaskCreationOptions.None, _pair.ExclusiveScheduler));
        return Task.WhenAll(bookings);
    }
}
