// ContainsKey and the indexer are two steps: the same coupon is redeemed by two customers at once. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U415;

public static class CouponDesk
{
    private static readonly ConcurrentDictionary<string, string> RedeemedBy = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<int> RedeemAsync(string code, IEnumerable<string> customers)
    {
        bool[] accepted = await Task.WhenAll(customers.Select(customer => Task.Run(() => TryRedeem(code, customer))));
        return accepted.Count(ok => ok);
    }

    private static bool TryRedeem(string code, string customer)
    {
        if (RedeemedBy.ContainsKey(code))
        {
            return false;
        }

        RedeemedBy[code] = customer; // expect: CHECK_THEN_ACT
        return true;
    }
}
