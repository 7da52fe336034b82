// The property gives out the very list that the lock protects, and callers enumerate it while alerts are added; difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U907
{
    public sealed class AlertStore
    {
        private readonly object _lock = new object();
        private readonly List<string> _alerts = new List<string>();

        public void Raise(string alert)
        {
            lock (_lock)
            {
                _alerts.Add(alert);
                if (_alerts.Count > 100)
                {
                    _alerts.RemoveAt(0);
                }
            }
        }

        public List<string> GetAlerts()
        {
            lock (_lock)
            {
                return _alerts; // expect: ESCAPES_LOCK
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var store = new AlertStore();
            var sensor = new Thread(() =>
            {
                for (int i = 0; i < 500; i++)
                {
                    store.Raise("temperature " + i);
                }
            });
            sensor.Start();
            for (int i = 0; i < 10; i++)
            {
                foreach (string alert in store.GetAlerts()) // expect: RACE?, INCONSISTENT_LOCK?, ESCAPES_LOCK?
                {
                    Console.WriteLine(alert);
                }
            }
            sensor.Join();
        }
    }
}
