// The seat is looked up under the lock, and taken under the lock again after the payment: two customers may buy the same seat; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U904
{
    public sealed class Theatre
    {
        private readonly object _lock = new object();
        private readonly Dictionary<int, string> _taken = new Dictionary<int, string>();

        public async Task<bool> BookAsync(int seat, string customer, Func<string, Task<bool>> charge)
        {
            bool free;
            lock (_lock)
            {
                free = !_taken.ContainsKey(seat); // expect: CHECK_THEN_ACT?
            }
            if (!free) // expect: CHECK_THEN_ACT?
            {
                return false;
            }
            if (!await charge(customer).ConfigureAwait(false))
            {
                return false;
            }
            lock (_lock)
            {
                _taken[seat] = customer; // expect: CHECK_THEN_ACT, NON_ATOMIC?
            }
            return true;
        }

        public string? HolderOf(int seat)
        {
            lock (_lock)
            {
                return _taken.TryGetValue(seat, out string? who) ? who : null;
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var theatre = new Theatre();
            string[] customers = { "Kim", "Lee", "Max" };
            bool[] sold = await Task.WhenAll(customers.Select(c => theatre.BookAsync(12, c, async _ =>
            {
                await Task.Delay(20);
                return true;
            })));
            Console.WriteLine(sold.Count(s => s) + " tickets, seat held by " + theatre.HolderOf(12));
        }
    }
}
