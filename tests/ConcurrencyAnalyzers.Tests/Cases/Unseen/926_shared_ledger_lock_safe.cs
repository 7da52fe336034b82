// The writer and the auditor are two classes with a lock field each, but both fields hold the one object that was passed in; difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U926
{
    public sealed class Clerk
    {
        private readonly object _mutex;
        private readonly List<decimal> _ledger;

        public Clerk(object mutex, List<decimal> ledger)
        {
            _mutex = mutex;
            _ledger = ledger;
        }

        public void Book(decimal amount)
        {
            lock (_mutex)
            {
                _ledger.Add(amount);
                _ledger.Add(-amount);
            }
        }
    }

    public sealed class Auditor
    {
        private readonly object _sync;
        private readonly IReadOnlyList<decimal> _entries;

        public Auditor(object sync, IReadOnlyList<decimal> entries)
        {
            _sync = sync;
            _entries = entries;
        }

        public (int Count, decimal Balance) Check()
        {
            lock (_sync)
            {
                return (_entries.Count, _entries.Sum());
            }
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var ledger = new List<decimal>();
            var mutex = new object();
            var clerk = new Clerk(mutex, ledger);
            var auditor = new Auditor(mutex, ledger);
            Task booking = Task.Run(() =>
            {
                for (int i = 0; i < 300; i++)
                {
                    clerk.Book(i * 0.5m);
                }
            });
            for (int i = 0; i < 5; i++)
            {
                Console.WriteLine(auditor.Check());
            }
            await booking;
            Console.WriteLine(ledger.Count);
        }
    }
}
