// Check and act on the plain Queue are one step, for Wait gives the monitor up only while it waits and the loop checks again; difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U938
{
    public sealed class BoundedQueue<T>
    {
        private readonly object _monitor = new object();
        private readonly Queue<T> _items = new Queue<T>();
        private readonly int _capacity;
        private bool _closed;

        public BoundedQueue(int capacity) => _capacity = capacity;

        public void Put(T item)
        {
            lock (_monitor)
            {
                while (_items.Count >= _capacity)
                {
                    Monitor.Wait(_monitor);
                }
                _items.Enqueue(item);
                Monitor.PulseAll(_monitor);
            }
        }

        public bool TryTake(out T? item)
        {
            lock (_monitor)
            {
                while (_items.Count == 0 && !_closed)
                {
                    Monitor.Wait(_monitor);
                }
                bool found = _items.TryDequeue(out item);
                Monitor.PulseAll(_monitor);
                return found;
            }
        }

        public void Close()
        {
            lock (_monitor)
            {
                _closed = true;
                Monitor.PulseAll(_monitor);
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var queue = new BoundedQueue<string>(5);
            Thread[] printers = Enumerable.Range(1, 2).Select(n => new Thread(() =>
            {
                while (queue.TryTake(out string? page))
                {
                    Console.WriteLine(n + " prints " + page);
                }
            })).ToArray();
            foreach (Thread p in printers)
            {
                p.Start();
            }
            for (int i = 0; i < 40; i++)
            {
                queue.Put("page " + i);
            }
            queue.Close();
            foreach (Thread p in printers)
            {
                p.Join();
            }
        }
    }
}
