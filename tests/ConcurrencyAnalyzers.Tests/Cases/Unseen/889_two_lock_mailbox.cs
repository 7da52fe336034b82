// Post guards the Queue with _postLock, Take guards the same Queue with _takeLock, so the two exclude nobody; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U889
{
    public sealed class Mailbox
    {
        private readonly object _postLock = new object();
        private readonly object _takeLock = new object();
        private readonly Queue<string> _mail = new Queue<string>();
        private readonly SemaphoreSlim _available = new SemaphoreSlim(0);

        public void Post(string message)
        {
            lock (_postLock)
            {
                _mail.Enqueue(message); // expect: INCONSISTENT_LOCK#1, RACE?
            }
            _available.Release();
        }

        public string Take()
        {
            _available.Wait();
            lock (_takeLock)
            {
                return _mail.Dequeue(); // expect: INCONSISTENT_LOCK#1, RACE?
            }
        }
    }

    public static class Program
    {
        private const int PerSender = 100;

        public static void Main()
        {
            var box = new Mailbox();
            var threads = new List<Thread>();
            for (int i = 0; i < 3; i++)
            {
                int sender = i;
                threads.Add(new Thread(() =>
                {
                    for (int k = 0; k < PerSender; k++)
                    {
                        box.Post(sender + ":" + k);
                    }
                }));
                threads.Add(new Thread(() =>
                {
                    for (int k = 0; k < PerSender; k++)
                    {
                        Console.WriteLine(box.Take());
                    }
                }));
            }
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
        }
    }
}
