// Every public method takes the lock; the private helpers rely on it and are called from nowhere else. difficulty: medium
namespace Cases.U518;

public sealed class Account
{
    private readonly object _sync = new();
    private readonly List<string> _entries = [];
    private decimal _balance;

    public decimal Balance
    {
        get
        {
            lock (_sync) return _balance;
        }
    }

    public void Deposit(decimal amount)
    {
        lock (_sync)
        {
            Book(amount);
        }
    }

    public bool Withdraw(decimal amount)
    {
        lock (_sync)
        {
            return CanPay(amount) && Book(-amount);
        }
    }

    private bool CanPay(decimal amount) => _balance >= amount;

    private bool Book(decimal amount)
    {
        _balance += amount;
        _entries.Add(amount.ToString("+0.00;-0.00"));
        return true;
    }
}
