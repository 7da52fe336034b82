// Each thread writes its own cells of the next array; the swap is done by the barrier between two phases, while all threads wait; difficulty: hard
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U936
{
    public sealed class Smoother
    {
        private const int Threads = 4;
        private double[] _current;
        private double[] _next;

        public Smoother(double[] cells)
        {
            _current = (double[])cells.Clone();
            _next = new double[cells.Length];
        }

        public double[] Run(int rounds)
        {
            using var barrier = new Barrier(Threads, _ => (_current, _next) = (_next, _current));
            var threads = new Thread[Threads];
            for (int i = 0; i < Threads; i++)
            {
                int first = i;
                threads[i] = new Thread(() =>
                {
                    for (int r = 0; r < rounds; r++)
                    {
                        Smooth(first);
                        barrier.SignalAndWait();
                    }
                });
            }
            foreach (Thread t in threads)
            {
                t.Start();
            }
            foreach (Thread t in threads)
            {
                t.Join();
            }
            return _current;
        }

        private void Smooth(int first)
        {
            int last = _current.Length - 1;
            for (int c = first; c <= last; c += Threads)
            {
                double left = _current[Math.Max(0, c - 1)];
                double right = _current[Math.Min(last, c + 1)];
                _next[c] = (left + _current[c] + right) / 3;
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            double[] cells = { 0, 0, 9, 0, 0, 3, 0, 0 };
            Console.WriteLine(string.Join(" ", new Smoother(cells).Run(3)));
        }
    }
}
