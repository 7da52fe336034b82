// A using-scope of our own that takes the lock in its constructor and gives it back in Dispose.
namespace Cases.L031;

public sealed class Ledger
{
    private readonly object _sync = new();
    private decimal _balance;

    public void Book(decimal amount)
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_sync, ref taken);
            _balance += amount;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_sync);
            }
        }
    }

    public decimal Day(decimal[] amounts)
    {
        Parallel.ForEach(amounts, Book);
        return _balance;
    }
}
