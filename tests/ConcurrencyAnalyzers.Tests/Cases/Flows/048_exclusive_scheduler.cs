// Tasks on the exclusive scheduler follow one another, but the caller goes on.
namespace Cases.F048;

public sealed class Ledger
{
    private readonly ConcurrentExclusiveSchedulerPair _pair = new();
    private readonly List<decimal> _entries = [];
    private decimal _balance;

    public void Book(decimal[] amounts)
    {
        foreach (var amount in amounts)
            Task.Factory.StartNew(() => // expect: MISSING_AWAIT?
            {
                _entries.Add(amount); // expect: RACE
                _balance += amount;
            }, CancellationToken.None, TaskCreationOptions.None, _pair.ExclusiveScheduler);
        _entries.Clear(); // expect: RACE
    }
}
