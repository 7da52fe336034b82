// One lock around both steps, and around every other change: the collection's own safety is not needed.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S019;

public sealed class Ledger
{
    private readonly ConcurrentDictionary<string, decimal> _accounts = new();
    private readonly object _gate = new();

    public void Deposit(string account, decimal amount)
    {
        lock (_gate)
        {
            _accounts[account] = _accounts.TryGetValue(account, out var balance) ? balance + amount : amount;
        }
    }

    public void Pay(string account, decimal amount)
    {
        lock (_gate)
            Subtract(account, amount);
    }

    private void Subtract(string account, decimal amount) => _accounts[account] = _accounts[account] - amount;
}
