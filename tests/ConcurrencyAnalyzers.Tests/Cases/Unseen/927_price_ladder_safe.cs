// The private helpers take no lock, and every path to them comes from a public method that holds it; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U927
{
    public sealed class PriceLadder
    {
        private readonly Lock _lock = new Lock();
        private readonly SortedDictionary<int, int> _levels = new SortedDictionary<int, int>();
        private int _version;

        public void Place(int price, int quantity)
        {
            lock (_lock)
            {
                Change(price, quantity);
            }
        }

        public void Move(int from, int to, int quantity)
        {
            lock (_lock)
            {
                int moved = Math.Min(quantity, QuantityAt(from));
                Change(from, -moved);
                Change(to, moved);
            }
        }

        public (int Version, int Total) Summary()
        {
            lock (_lock)
            {
                return (_version, _levels.Values.Sum());
            }
        }

        private void Change(int price, int delta)
        {
            int quantity = QuantityAt(price) + delta;
            if (quantity <= 0)
            {
                _levels.Remove(price);
            }
            else
            {
                _levels[price] = quantity;
            }
            _version++;
        }

        private int QuantityAt(int price) => _levels.TryGetValue(price, out int q) ? q : 0;
    }

    public static class Program
    {
        public static void Main()
        {
            var ladder = new PriceLadder();
            Parallel.For(0, 100, i =>
            {
                ladder.Place(100 + i % 5, 10);
                ladder.Move(100 + i % 5, 101 + i % 5, 3);
            });
            Console.WriteLine(ladder.Summary());
        }
    }
}
