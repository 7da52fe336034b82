// One lock object per key out of a ConcurrentDictionary.
using System.Collections.Concurrent;

namespace Cases.L012;

public sealed class Account
{
    public decimal Balance;
}

public sealed class KeyedBank
{
    private readonly ConcurrentDictionary<string, object> _locks = new();
    private readonly ConcurrentDictionary<string, Account> _accounts = new();

    public void Deposit(string owner, decimal amount)
    {
        var account = _accounts.GetOrAdd(owner, _ => new Account());
        lock (_locks.GetOrAdd(owner, _ => new object()))
        {
            account.Balance += amount;
        }
    }

    public void Payday(string[] owners) => Parallel.ForEach(owners, owner => Deposit(owner, 100));
}
