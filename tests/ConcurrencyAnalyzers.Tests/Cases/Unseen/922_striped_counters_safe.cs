// Each key belongs to one stripe by its hash, and the dictionary of a stripe is used under the lock of that stripe only; difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U922
{
    public sealed class StripedCounters
    {
        private readonly object[] _locks;
        private readonly Dictionary<string, int>[] _counts;

        public StripedCounters(int stripes)
        {
            _locks = new object[stripes];
            _counts = new Dictionary<string, int>[stripes];
            for (int i = 0; i < stripes; i++)
            {
                _locks[i] = new object();
                _counts[i] = new Dictionary<string, int>();
            }
        }

        public int Increment(string key)
        {
            int s = StripeOf(key);
            lock (_locks[s])
            {
                _counts[s].TryGetValue(key, out int n);
                _counts[s][key] = n + 1;
                return n + 1;
            }
        }

        public int Get(string key)
        {
            int s = StripeOf(key);
            lock (_locks[s])
            {
                return _counts[s].TryGetValue(key, out int n) ? n : 0;
            }
        }

        private int StripeOf(string key) => (key.GetHashCode() & int.MaxValue) % _locks.Length;
    }

    public static class Program
    {
        public static async Task Main()
        {
            var counters = new StripedCounters(4);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            {
                for (int k = 0; k < 60; k++)
                {
                    counters.Increment("page" + k % 10);
                }
            })));
            Console.WriteLine(counters.Get("page3"));
        }
    }
}
