// Samples are recorded under the lock, the average reads sum and count without it and sees them half updated; difficulty: easy
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U888
{
    public sealed class LatencyStats
    {
        private readonly Lock _lock = new Lock();
        private double _sumMs;
        private int _count;
        private double _maxMs;

        public void Record(double ms)
        {
            lock (_lock)
            {
                _sumMs += ms;
                _count++;
                if (ms > _maxMs)
                {
                    _maxMs = ms;
                }
            }
        }

        public double Average
        {
            get
            {
                if (_count == 0) // expect: INCONSISTENT_LOCK#1, RACE?
                {
                    return 0;
                }
                return _sumMs / _count; // expect: INCONSISTENT_LOCK#1, RACE?, NON_ATOMIC?
            }
        }

        public double Max
        {
            get
            {
                lock (_lock)
                {
                    return _maxMs;
                }
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var stats = new LatencyStats();
            Thread[] probes = Enumerable.Range(1, 4).Select(n => new Thread(() =>
            {
                for (int i = 0; i < 50; i++)
                {
                    stats.Record(n * i * 0.5);
                    Console.WriteLine($"{stats.Average:F1} / {stats.Max:F1}");
                }
            })).ToArray();
            foreach (Thread p in probes)
            {
                p.Start();
            }
            foreach (Thread p in probes)
            {
                p.Join();
            }
        }
    }
}
