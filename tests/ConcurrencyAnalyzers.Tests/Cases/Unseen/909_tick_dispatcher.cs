// The "snapshot" taken under the lock is the same list, not a copy, and is enumerated while others subscribe; difficulty: medium
// Blind: told where the alias is walked without the lock.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U909
{
    public sealed class TickDispatcher
    {
        private readonly object _gate = new object();
        private readonly List<Action<int>> _handlers = new List<Action<int>>();

        public void Subscribe(Action<int> handler)
        {
            lock (_gate)
            {
                _handlers.Add(handler);
            }
        }

        public void Unsubscribe(Action<int> handler)
        {
            lock (_gate)
            {
                _handlers.Remove(handler);
            }
        }

        public void Dispatch(int tick)
        {
            List<Action<int>> snapshot;
            lock (_gate)
            {
                snapshot = _handlers; // blind: ESCAPES_LOCK
            }
            // The handlers must not run under the lock.
            foreach (Action<int> handler in snapshot) // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
            {
                handler(tick);
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var dispatcher = new TickDispatcher();
            var clock = new Thread(() =>
            {
                for (int i = 0; i < 200; i++)
                {
                    dispatcher.Dispatch(i);
                }
            });
            clock.Start();
            for (int i = 0; i < 50; i++)
            {
                Action<int> handler = t => Console.WriteLine(t);
                dispatcher.Subscribe(handler);
                dispatcher.Unsubscribe(handler);
            }
            clock.Join();
        }
    }
}
