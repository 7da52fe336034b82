// The ConcurrentDictionary is safe, the List inside of each value is not: consumers add to it and sum it at once; difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U883
{
    public sealed record Order(string Customer, decimal Amount);

    public sealed class OrderIndex
    {
        private readonly ConcurrentDictionary<string, List<Order>> _byCustomer = new();

        public void Add(Order order)
        {
            List<Order> orders = _byCustomer.GetOrAdd(order.Customer, _ => new List<Order>());
            orders.Add(order); // expect: RACE#1
        }

        public decimal Total(string customer)
        {
            if (!_byCustomer.TryGetValue(customer, out List<Order>? orders))
            {
                return 0m;
            }
            decimal total = 0m;
            foreach (Order o in orders) // expect: RACE#1
            {
                total += o.Amount;
            }
            return total;
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var index = new OrderIndex();
            Task[] importers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                for (int k = 0; k < 200; k++)
                {
                    index.Add(new Order("c" + k % 5, k));
                    if (k % 50 == 0)
                    {
                        Console.WriteLine(index.Total("c1"));
                    }
                }
            })).ToArray();
            await Task.WhenAll(importers);
        }
    }
}
