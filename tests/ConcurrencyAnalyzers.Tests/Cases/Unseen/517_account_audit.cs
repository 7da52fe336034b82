// Deposit and Withdraw lock, the audit property reads the balance with no lock while tellers are at work. difficulty: easy
namespace Cases.U517;

public sealed class Account
{
    private readonly object _sync = new();
    private readonly List<string> _entries = [];
    private decimal _balance;

    public decimal Balance => _balance; // expect: INCONSISTENT_LOCK, RACE?, NON_ATOMIC?

    public void Deposit(decimal amount)
    {
        lock (_sync)
        {
            _balance += amount;
            _entries.Add($"+{amount}");
        }
    }

    public bool Withdraw(decimal amount)
    {
        lock (_sync)
        {
            if (_balance < amount)
            {
                return false;
            }
            _balance -= amount;
        }
        _entries.Add($"-{amount}"); // expect: INCONSISTENT_LOCK, RACE?
        return true;
    }
}
