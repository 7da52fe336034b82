// The static singleton is built with ??= by several threads at once, and the counts kept in the loser instances are lost; difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U898
{
    public sealed class AuditLog
    {
        private static AuditLog? s_instance;
        private int _entries;

        private AuditLog()
        {
            Console.WriteLine("audit log opened");
        }

        public static AuditLog Instance => s_instance ??= new AuditLog(); // expect: LAZY_INIT, RACE?

        public int Entries => Volatile.Read(ref _entries);

        public void Write(string text)
        {
            int n = Interlocked.Increment(ref _entries);
            Console.WriteLine(n + ": " + text);
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var workers = new List<Thread>();
            for (int i = 0; i < 4; i++)
            {
                var worker = new Thread(n => AuditLog.Instance.Write("worker " + n));
                worker.Start(i);
                workers.Add(worker);
            }
            foreach (Thread worker in workers)
            {
                worker.Join();
            }
            Console.WriteLine(AuditLog.Instance.Entries);
        }
    }
}
