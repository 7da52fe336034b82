// Each thread has an object of its own, and another walks all of them while their threads still change them.
namespace Cases.S328;

public sealed class ScanTally
{
    private readonly ThreadLocal<Dictionary<string, int>> _byDepot = new(() => new Dictionary<string, int>(), trackAllValues: true);

    public void Scanned(string depot)
    {
        var mine = _byDepot.Value!;
        mine[depot] = mine.GetValueOrDefault(depot) + 1; // expect: RACE#1
    }

    public Dictionary<string, int> Total()
    {
        var total = new Dictionary<string, int>();
        foreach (var part in _byDepot.Values)
        {
            foreach (var (depot, scans) in part) // expect: RACE#1
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
        while (belts.Any(b => b.IsAlive))
        {
            Console.WriteLine(tally.Total().Values.Sum());
            Thread.Sleep(100);
        }

        foreach (var belt in belts)
            belt.Join();
    }
}

public static class Faults
{
    private static readonly ThreadLocal<List<string>> s_faults = new(() => [], trackAllValues: true);

    public static async Task Main()
    {
        var work = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                s_faults.Value!.Add($"fault {i}"); // expect: RACE#2
        });
        foreach (var list in s_faults.Values)
            list.Clear(); // expect: RACE#2
        await work;
    }
}

public static class Lines
{
    public static void Main()
    {
        var lines = new ThreadLocal<Queue<string>>(() => new Queue<string>(), true);
        var threads = new List<Thread>();
        for (var t = 0; t < 4; t++)
        {
            var thread = new Thread(() =>
            {
                for (var i = 0; i < 100; i++)
                    lines.Value!.Enqueue($"line {i}"); // expect: RACE#3
            });
            thread.Start();
            threads.Add(thread);
        }

        foreach (var queue in lines.Values)
            while (queue.TryDequeue(out var line)) // expect: RACE#3
                Console.WriteLine(line);
        foreach (var thread in threads)
            thread.Join();
    }
}
