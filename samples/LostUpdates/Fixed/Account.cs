namespace LostUpdates;

/// <summary>An account that takes money in and pays it out from several threads.</summary>
internal sealed class Account
{
    private readonly object _gate = new();
    private long _balance;

    public long Balance
    {
        get
        {
            lock (_gate)
            {
                return _balance;
            }
        }
    }

    public void Deposit(long amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public void Withdraw(long amount)
    {
        lock (_gate)
        {
            _balance -= amount;
        }
    }
}
