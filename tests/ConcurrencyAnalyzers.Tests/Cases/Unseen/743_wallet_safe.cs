// A transfer holds both wallets' locks, always the lower id first, and each balance is only touched under its own lock. difficulty: hard
namespace Cases.U743;

public sealed class Wallet(int id, long cents)
{
    private long _cents = cents;

    public int Id { get; } = id;

    internal Lock Gate { get; } = new();

    public long Cents
    {
        get
        {
            lock (Gate)
            {
                return _cents;
            }
        }
    }

    public void Deposit(long amount)
    {
        lock (Gate)
        {
            _cents += amount;
        }
    }

    public static bool Transfer(Wallet from, Wallet to, long amount)
    {
        if (from.Id == to.Id)
        {
            return false;
        }
        var first = from.Id < to.Id ? from : to;
        var second = from.Id < to.Id ? to : from;
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                if (from._cents < amount)
                {
                    return false;
                }
                from._cents -= amount;
                to._cents += amount;
                return true;
            }
        }
    }
}

public static class Settlement
{
    public static int Run(IReadOnlyList<Wallet> wallets, IEnumerable<(int From, int To, long Amount)> orders)
    {
        int refused = 0;
        Parallel.ForEach(orders, order =>
        {
            if (!Wallet.Transfer(wallets[order.From], wallets[order.To], order.Amount))
            {
                Interlocked.Increment(ref refused);
            }
        });
        return refused;
    }
}
