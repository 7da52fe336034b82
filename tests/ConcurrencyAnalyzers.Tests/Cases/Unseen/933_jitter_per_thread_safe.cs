// ??= without a lock, but on a thread-static field: every thread makes and uses a Random of its own; difficulty: medium
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U933
{
    public static class Jitter
    {
        [ThreadStatic]
        private static Random? t_random;
        private static int s_seed = Environment.TickCount;

        private static Random Current => t_random ??= new Random(Interlocked.Increment(ref s_seed));

        public static TimeSpan Next(int maxMilliseconds)
        {
            return TimeSpan.FromMilliseconds(Current.Next(maxMilliseconds));
        }
    }

    public sealed class Retrier
    {
        private readonly int _attempts;

        public Retrier(int attempts) => _attempts = attempts;

        public async Task<int> RunAsync(Func<int, bool> action)
        {
            for (int i = 1; i <= _attempts; i++)
            {
                if (action(i))
                {
                    return i;
                }
                await Task.Delay(Jitter.Next(20 * i)).ConfigureAwait(false);
            }
            return -1;
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var retrier = new Retrier(4);
            int[] used = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => retrier.RunAsync(i => i >= n)));
            Console.WriteLine(string.Join(" ", used));
        }
    }
}
