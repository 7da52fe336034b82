// The nearest safe twins: all threads have ended before their objects are walked, or the objects stand it.
using System.Collections.Concurrent;

namespace Cases.S329;

public sealed class ScanTally
{
    private readonly ThreadLocal<Dictionary<string, int>> _byDepot = new(() => new Dictionary<string, int>(), trackAllValues: true);

    public void Scanned(string depot)
    {
        var mine = _byDepot.Value!;
        mine[depot] = mine.GetValueOrDefault(depot) + 1;
    }

    public Dictionary<string, int> Total()
    {
        var total = new Dictionary<string, int>();
        foreach (var part in _byDepot.Values)
        {
            foreach (var (depot, scans) in part)
                total[depot] = total.GetValueOrDefault(depot) + scans;
        }

        return total;
    }

    public static void Main()
    {
        var tally = new ScanTally();
        var belts = Enumerable.Range(0, 4).Select(belt => new Thread(() =>
        {
            for (var parcel = 0; parcel < 1000; parcel++)
                tally.Scanned(parcel % belt == 0 ? "Linz" : "Wels");
        })).ToArray();
        foreach (var belt in belts)
            belt.Start();
        foreach (var belt in belts)
            belt.Join();
        Console.WriteLine(tally.Total().Values.Sum());
    }
}

public static class Faults
{
    private static readonly ThreadLocal<ConcurrentQueue<string>> s_faults = new(() => new(), trackAllValues: true);

    public static async Task Main()
    {
        var work = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                s_faults.Value!.Enqueue($"fault {i}");
        });
        foreach (var list in s_faults.Values)
            list.Clear();
        await work;
    }
}

public static class Lines
{
    public static int Main()
    {
        var lines = new ThreadLocal<List<string>>(() => new List<string>(), true);
        Parallel.For(0, 100, i => lines.Value!.Add($"line {i}"));
        return lines.Values.Sum(static list => list.Count);
    }
}

public static class Scratch
{
    private static readonly ThreadLocal<List<int>> s_scratch = new(() => []);

    public static async Task Main()
    {
        var one = Task.Run(Fill);
        var two = Task.Run(Fill);
        Fill();
        await Task.WhenAll(one, two);
    }

    private static void Fill()
    {
        var scratch = s_scratch.Value!;
        scratch.Clear();
        for (var i = 0; i < 10; i++)
            scratch.Add(i);
    }
}

public static class Counters
{
    private sealed class Counter
    {
        private readonly object _gate = new();
        private readonly List<int> _seen = [];

        public void Note(int value)
        {
            lock (_gate)
                _seen.Add(value);
        }

        public int Count
        {
            get
            {
                lock (_gate)
                    return _seen.Count;
            }
        }
    }

    private static readonly ThreadLocal<Counter> s_counters = new(() => new(), trackAllValues: true);

    public static async Task Main()
    {
        var work = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                s_counters.Value!.Note(i);
        });
        Console.WriteLine(s_counters.Values.Sum(static counter => counter.Count));
        await work;
    }
}
