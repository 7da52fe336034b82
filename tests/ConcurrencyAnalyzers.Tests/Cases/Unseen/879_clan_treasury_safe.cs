// Both vaults are locked for a transfer, always the one with the lower id first, so there is neither a race nor a lock-order inversion. difficulty: hard
namespace Cases.U879;

public sealed class Vault(int id, long gold)
{
    private readonly object _gate = new();
    private long _gold = gold;
    private int _moves;

    public int Id { get; } = id;

    public (long Gold, int Moves) Inspect()
    {
        lock (_gate)
        {
            return (_gold, _moves);
        }
    }

    public static bool Transfer(Vault from, Vault to, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        if (from.Id == to.Id)
        {
            return false;
        }

        var (first, second) = from.Id < to.Id ? (from, to) : (to, from);
        lock (first._gate)
        {
            lock (second._gate)
            {
                if (from._gold < amount)
                {
                    return false;
                }
                from._gold -= amount;
                to._gold += amount;
                from._moves++;
                to._moves++;
                return true;
            }
        }
    }
}

public sealed class ClanTreasury(IReadOnlyList<Vault> vaults)
{
    public int Execute(IEnumerable<(int From, int To, long Amount)> orders)
    {
        var done = 0;
        Parallel.ForEach(orders, order =>
        {
            if (Vault.Transfer(vaults[order.From], vaults[order.To], order.Amount))
            {
                Interlocked.Increment(ref done);
            }
        });
        return done;
    }
}
