// CompareExchange without a retry: when another thread was faster nothing is stored, and the points are gone. difficulty: hard
namespace Cases.U979;

public sealed class LoyaltyPoints
{
    private const int Cap = 1_000_000;
    private int _points;

    public int Points => Volatile.Read(ref _points);

    public void Credit(int points)
    {
        int seen = Volatile.Read(ref _points); // expect: NON_ATOMIC#1
        int wanted = Math.Min(seen + points, Cap);
        Interlocked.CompareExchange(ref _points, wanted, seen); // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
    }

    public static async Task<int> CreditAllAsync(IEnumerable<int> purchases)
    {
        var account = new LoyaltyPoints();
        await Task.WhenAll(purchases.Select(p => Task.Run(() => account.Credit(p))));
        return account.Points;
    }
}
