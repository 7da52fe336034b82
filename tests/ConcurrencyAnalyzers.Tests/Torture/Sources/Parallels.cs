namespace Torture.Parallels;

public static class Sums
{
    private static readonly List<int> s_found = new();
    private static int[] s_slots = new int[16];

    public static (int Sum, int Max) Compute(int[] data)
    {
        int sum = 0, max = int.MinValue;
        Parallel.For(0, data.Length, i =>
        {
            sum += data[i];
            if (data[i] > max)
                max = data[i];
            s_slots[i % 16]++;
        });
        Parallel.ForEach(data, (item, state, index) =>
        {
            if (item == 42) { s_found.Add((int)index); state.Stop(); }
        });
        Parallel.Invoke(() => sum--, () => max++, Third);
        var query = data.AsParallel().Where(x => x > sum).Select(x => x + max).Sum();
        Parallel.For(0, 10, () => 0L, (i, _, local) => local + i, local => Interlocked.Add(ref s_grand, local));
        return (sum + query, max);

        void Third() => s_slots = new int[32];
    }

    private static long s_grand;

    public static bool IsPrime(int n)
    {
        for (var d = 2; d * d <= n; d++)
            if (n % d == 0) return false;
        return n > 1;
    }

    public static int Primes(int limit)
    {
        var count = 0;
        var worker = new Thread(() => { for (var i = 0; i < limit; i++) if (IsPrime(i)) count++; });
        worker.Start();
        worker.Join();
        return count;
    }
}
