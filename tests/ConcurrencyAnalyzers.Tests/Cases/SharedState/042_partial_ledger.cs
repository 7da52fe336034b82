// The type is written in two parts; one locks, the other does not.
namespace Cases.S042;

public partial class Ledger
{
    private readonly object _lock = new();
    private decimal _balance;

    public void Deposit(decimal amount)
    {
        lock (_lock)
        {
            _balance += amount;
        }
    }

    public void Withdraw(decimal amount)
    {
        lock (_lock)
        {
            _balance -= amount;
        }
    }
}

public partial class Ledger
{
    public void Fee(decimal amount) => _balance -= amount; // expect: INCONSISTENT_LOCK

    public async Task CloseMonthAsync(decimal[] ins, decimal[] outs)
    {
        var a = Task.Run(() => { foreach (var x in ins) Deposit(x); });
        var b = Task.Run(() => { foreach (var x in outs) Withdraw(x); });
        Fee(1.5m);
        await Task.WhenAll(a, b);
    }
}
