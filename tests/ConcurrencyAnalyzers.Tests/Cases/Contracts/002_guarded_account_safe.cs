using System.Threading;
using ConcurrencyAnalyzers;

namespace Cases.K002;

class BankAccount
{
    private readonly object _mu = new();
    [GuardedBy(nameof(_mu))] private int _balance;

    [RequiresLock(nameof(_mu))]
    private void WithdrawImpl(int amount)
    {
        _balance -= amount;
    }

    [RequiresLock(nameof(_mu))]
    private void DepositImpl(int amount)
    {
        _balance += amount;
    }

    public void Withdraw(int amount)
    {
        Monitor.Enter(_mu);
        try
        {
            WithdrawImpl(amount);
        }
        finally
        {
            Monitor.Exit(_mu);
        }
    }

    public void TransferFrom(BankAccount other, int amount)
    {
        lock (other._mu)
        {
            other.WithdrawImpl(amount);
        }

        lock (_mu)
        {
            DepositImpl(amount);
        }
    }
}
