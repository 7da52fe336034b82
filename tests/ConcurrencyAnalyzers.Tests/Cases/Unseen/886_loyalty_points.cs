// The balance is read before an await and written back after it, so concurrent redemptions lose each other's update; difficulty: hard
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U886
{
    public sealed class LoyaltyAccount
    {
        private int _points;

        public LoyaltyAccount(int points)
        {
            _points = points;
        }

        public async Task<bool> RedeemAsync(int cost, Func<int, Task<bool>> confirm)
        {
            int current = _points; // expect: RACE#1
            if (current < cost)
            {
                return false;
            }
            if (!await confirm(cost).ConfigureAwait(false))
            {
                return false;
            }
            _points = current - cost; // expect: RACE#1, NON_ATOMIC?, CHECK_THEN_ACT?
            return true;
        }

        public override string ToString() => "points: " + _points; // expect: RACE?
    }

    public static class Program
    {
        private static async Task<bool> AskShopAsync(int cost)
        {
            await Task.Delay(cost);
            return cost < 400;
        }

        public static async Task Main()
        {
            var account = new LoyaltyAccount(500);
            int[] baskets = { 120, 300, 80, 250 };
            bool[] done = await Task.WhenAll(baskets.Select(b => account.RedeemAsync(b, AskShopAsync)));
            Console.WriteLine(done.Count(d => d) + " redeemed, " + account);
        }
    }
}
