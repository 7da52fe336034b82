// Interlocked.Read and Interlocked.Add are each atomic, the reservation made of the two is not: the budget is overdrawn; difficulty: hard
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U897
{
    public sealed class ByteBudget
    {
        private readonly long _limit;
        private long _used;

        public ByteBudget(long limit) => _limit = limit;

        public bool TryReserve(long bytes)
        {
            if (Interlocked.Read(ref _used) + bytes > _limit) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
            {
                return false;
            }
            Interlocked.Add(ref _used, bytes); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
            return true;
        }

        public void Release(long bytes) => Interlocked.Add(ref _used, -bytes);
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var budget = new ByteBudget(16 * 1024 * 1024);
            Parallel.ForEach(args, path =>
            {
                long size = new FileInfo(path).Length;
                if (!budget.TryReserve(size))
                {
                    Console.WriteLine("skipped " + path);
                    return;
                }
                try
                {
                    byte[] content = File.ReadAllBytes(path);
                    Console.WriteLine(path + " " + content.Length);
                }
                finally
                {
                    budget.Release(size);
                }
            });
        }
    }
}
