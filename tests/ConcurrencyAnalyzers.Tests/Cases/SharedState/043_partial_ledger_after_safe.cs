// The fee is taken after both tasks have ended.
namespace Cases.S043;

public partial class Ledger
{
    private readonly object _lock = new();
    private decimal _balance;

    private void Deposit(decimal amount)
    {
        lock (_lock)
        {
            _balance += amount;
        }
    }

    private void Withdraw(decimal amount)
    {
        lock (_lock)
        {
            _balance -= amount;
        }
    }
}

public partial class Ledger
{
    private void Fee(decimal amount)
    {
        lock (_lock)
        {
            _balance -= amount;
        }
    }

    public static async Task<decimal> CloseMonthAsync(decimal[] ins, decimal[] outs)
    {
        var ledger = new Ledger();
        var a = Task.Run(() => { foreach (var x in ins) ledger.Deposit(x); });
        var b = Task.Run(() => { foreach (var x in outs) ledger.Withdraw(x); });
        await Task.WhenAll(a, b);
        ledger.Fee(1.5m);
        return ledger._balance;
    }
}
