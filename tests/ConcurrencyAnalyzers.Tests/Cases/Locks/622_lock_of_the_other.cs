// The lock that is held is that of another object, not of the one that is changed.
namespace LockOfTheOther;

public sealed class Account
{
    private readonly object _gate = new();
    private decimal _balance;

    public decimal Balance
    {
        get
        {
            lock (_gate)
                return _balance;
        }
    }

    public void Add(decimal amount)
    {
        lock (_gate)
            _balance += amount;
    }

    public void Absorb(Account other)
    {
        lock (other._gate)
        {
            _balance += other._balance; // expect: INCONSISTENT_LOCK
            other._balance = 0;
        }
    }
}
