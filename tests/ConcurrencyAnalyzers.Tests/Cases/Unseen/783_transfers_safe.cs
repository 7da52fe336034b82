// Two locks of one class are nested, but always in the order of the unique account number, so no cycle can form. difficulty: hard
namespace Cases.U783;

public sealed class Account(decimal opening)
{
    private static int s_lastNumber;

    internal readonly Lock Gate = new();
    internal decimal Balance = opening;

    public int Number { get; } = Interlocked.Increment(ref s_lastNumber);
}

public static class Transfers
{
    public static int RunAll(IEnumerable<(Account From, Account To, decimal Amount)> orders)
    {
        int rejected = 0;
        Parallel.ForEach(orders, order =>
        {
            if (!TryMove(order.From, order.To, order.Amount))
            {
                Interlocked.Increment(ref rejected);
            }
        });
        return rejected;
    }

    public static bool TryMove(Account from, Account to, decimal amount)
    {
        if (from.Number == to.Number)
        {
            return false;
        }
        (Account first, Account second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                if (from.Balance < amount)
                {
                    return false;
                }
                from.Balance -= amount;
                to.Balance += amount;
                return true;
            }
        }
    }
}
