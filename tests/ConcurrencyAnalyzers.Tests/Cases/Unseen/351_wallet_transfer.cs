// The lock of this wallet is held while the balance of the other wallet changes, which has its own lock. difficulty: hard
namespace Cases.U351;

public sealed class Wallet(decimal opening)
{
    private readonly object _gate = new();
    private decimal _balance = opening;

    public decimal Balance
    {
        get
        {
            lock (_gate)
            {
                return _balance;
            }
        }
    }

    public bool TransferTo(Wallet target, decimal amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
            {
                return false;
            }
            _balance -= amount;
            target._balance += amount; // expect: INCONSISTENT_LOCK, RACE?
            return true;
        }
    }
}
