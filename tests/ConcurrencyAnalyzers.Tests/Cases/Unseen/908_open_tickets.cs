// The LINQ query is made under the lock but runs later, when the caller enumerates it outside of the lock; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U908
{
    public sealed record Ticket(int Id, string Owner, bool Open);

    public sealed class TicketStore
    {
        private readonly Lock _lock = new Lock();
        private readonly List<Ticket> _tickets = new List<Ticket>();

        public void Add(Ticket ticket)
        {
            lock (_lock)
            {
                _tickets.Add(ticket);
            }
        }

        public int Count
        {
            get
            {
                lock (_lock)
                {
                    return _tickets.Count;
                }
            }
        }

        public IEnumerable<Ticket> OpenOf(string owner)
        {
            lock (_lock)
            {
                return _tickets.Where(t => t.Open && t.Owner == owner); // expect: ESCAPES_LOCK
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var store = new TicketStore();
            Task import = Task.Run(() =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    store.Add(new Ticket(i, i % 2 == 0 ? "ann" : "bob", i % 3 == 0));
                }
            });
            Console.WriteLine(store.OpenOf("ann").Count()); // expect: RACE?, INCONSISTENT_LOCK?, ESCAPES_LOCK?
            await import;
            Console.WriteLine(store.Count);
        }
    }
}
