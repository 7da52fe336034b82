// Each thread writes the one array slot of its own index, and the sum is taken after all threads are joined; difficulty: easy
using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U917
{
    public sealed class DiskUsage
    {
        private readonly string[] _roots;
        private readonly long[] _bytes;
        private readonly Exception?[] _errors;

        public DiskUsage(string[] roots)
        {
            _roots = roots;
            _bytes = new long[roots.Length];
            _errors = new Exception?[roots.Length];
        }

        public long Measure()
        {
            var threads = new Thread[_roots.Length];
            for (int i = 0; i < threads.Length; i++)
            {
                int slot = i;
                threads[i] = new Thread(() => MeasureOne(slot));
                threads[i].Start();
            }
            foreach (Thread t in threads)
            {
                t.Join();
            }
            foreach (Exception? e in _errors)
            {
                if (e != null)
                {
                    throw new IOException("could not be measured", e);
                }
            }
            return _bytes.Sum();
        }

        private void MeasureOne(int slot)
        {
            try
            {
                foreach (string file in Directory.EnumerateFiles(_roots[slot]))
                {
                    _bytes[slot] += new FileInfo(file).Length;
                }
            }
            catch (Exception e)
            {
                _errors[slot] = e;
            }
        }
    }

    public static class Program
    {
        public static void Main(string[] args) => Console.WriteLine(new DiskUsage(args).Measure());
    }
}
