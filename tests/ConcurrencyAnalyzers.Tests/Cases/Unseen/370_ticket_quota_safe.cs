// The slot is taken by a CompareExchange that succeeds only if the checked value is still there; otherwise the loop checks again. difficulty: medium
namespace Cases.U370;

public sealed class TicketQuota(int quota)
{
    private int _sold;

    public bool TrySell()
    {
        while (true)
        {
            int seen = Volatile.Read(ref _sold);
            if (seen >= quota)
            {
                return false;
            }
            if (Interlocked.CompareExchange(ref _sold, seen + 1, seen) == seen)
            {
                return true;
            }
        }
    }

    public void Refund() => Interlocked.Decrement(ref _sold);

    public static int Sell(int quota, int customers)
    {
        var tickets = new TicketQuota(quota);
        int refused = 0;
        Parallel.For(0, customers, _ =>
        {
            if (!tickets.TrySell())
            {
                Interlocked.Increment(ref refused);
            }
        });
        return refused;
    }
}
