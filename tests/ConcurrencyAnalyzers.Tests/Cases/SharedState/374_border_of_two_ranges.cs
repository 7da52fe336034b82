namespace Cases.C374;
public sealed class J1
{
    public double[] Stack(double[] energy, int parts)
    {
        var size = energy.Length / parts;
        var threads = new Thread[parts];
        for (var p = 0; p < parts; p++)
        {
            var from = p * size;
            var to = Math.Min(from + size, energy.Length - 1);
            threads[p] = new Thread(() =>
            {
                for (var i = from; i <= to; i++)
                    energy[i] += 1; // expect: RACE
            });
            threads[p].Start();
        }
        foreach (var t in threads) t.Join();
        return energy;
    }
}
public sealed class J2
{
    private readonly int[] _cells = new int[1000];
    public void Run()
    {
        Parallel.For(0, 10, p => Fill(p * 100, (p + 1) * 100));
    }
    private void Fill(int from, int to)
    {
        for (var i = from; i <= to; i++)
            if (i < _cells.Length)
                _cells[i]++; // expect: RACE
    }
}
public sealed class J3
{
    public async Task RunAsync(long[] sums)
    {
        const int Size = 64;
        var tasks = new List<Task>();
        for (var start = 0; start < sums.Length; start += Size)
        {
            var first = start;
            tasks.Add(Task.Run(() =>
            {
                for (var i = first; i <= first + Size && i < sums.Length; i++)
                    sums[i] = sums[i] * 2; // expect: RACE
            }));
        }
        await Task.WhenAll(tasks);
    }
}
