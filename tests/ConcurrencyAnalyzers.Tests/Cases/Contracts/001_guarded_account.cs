using System.Threading;
using ConcurrencyAnalyzers;

namespace Cases.K001;

// After the BankAccount of the Clang Thread Safety Analysis documentation.
class BankAccount
{
    private readonly object _mu = new();
    [GuardedBy(nameof(_mu))] private int _balance;

    [RequiresLock(nameof(_mu))]
    private void WithdrawImpl(int amount)
    {
        _balance -= amount;
    }

    public void DepositImpl(int amount)
    {
        _balance += amount; // expect: INCONSISTENT_LOCK
    }

    public void Withdraw(int amount)
    {
        Monitor.Enter(_mu);
        WithdrawImpl(amount);
        Monitor.Exit(_mu);
    }

    public void TransferFrom(BankAccount other, int amount)
    {
        lock (_mu)
        {
            DepositImpl(amount);
            other.WithdrawImpl(amount); // expect: INCONSISTENT_LOCK
        }
    }
}
