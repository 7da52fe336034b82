using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>One round of this library's pool.</summary>
internal static class OursSystem
{
    private const int Submits = 20_000;
    private const int Maps = 2_000_000;

    public static async Task RunAsync(HashSet<string> groups)
    {
        if (groups.Contains("start"))
            await StartAsync();
        if (groups.Contains("recover"))
            await RecoverAsync();
        if (groups.Contains("ratios"))
            await OursRatios.RunAsync();
        if (!groups.Overlaps(["memory", "trip", "submit", "map", "payload", "cpu"]))
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        await pool.WarmUpAsync();
        if (groups.Contains("memory"))
            await MemoryAsync(pool);
        if (groups.Contains("trip"))
            await TripAsync(pool);
        if (groups.Contains("submit"))
            await SubmitAsync(pool);
        if (groups.Contains("map"))
            await MapAsync(pool);
        if (groups.Contains("payload"))
            await PayloadAsync(pool);
        if (groups.Contains("cpu"))
            await CpuAsync(pool);
    }

    private static async Task StartAsync()
    {
        var cpu = Work.CpuMilliseconds(Environment.ProcessId);
        var start = Stopwatch.GetTimestamp();
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        var worker = await pool.RunAsync(Work.ProcessId);
        Figures.Say("start", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        Figures.Say("start_cpu", Work.CpuMilliseconds(worker) + Work.CpuMilliseconds(Environment.ProcessId) - cpu);
    }

    private static async Task RecoverAsync()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var times = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            var path = Path.GetTempFileName();
            var victim = pool.RunAsync(Work.Spin, path);
            while (new FileInfo(path).Length == 0)
                await Task.Delay(1);
            while (i > 0 && pool.GetStatistics().SpareWorkers == 0)
                await Task.Delay(5); // the first loss asks for a spare; the first round is not counted
            await Task.Delay(50);
            var id = int.Parse(await File.ReadAllTextAsync(path), CultureInfo.InvariantCulture);
            File.Delete(path);
            using var process = Process.GetProcessById(id);
            var start = Stopwatch.GetTimestamp();
            process.Kill();
            await pool.RunAsync(Work.Same, 1);
            if (i > 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await victim.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        Figures.Say("recover", Figures.Median(times));
    }

    private static async Task MemoryAsync(WorkerPool pool)
    {
        for (var i = 0; i < 200; i++)
            await pool.RunAsync(Work.Same, i);
        var id = await pool.RunAsync(Work.ProcessId);
        await Task.Delay(300);
        Figures.Say("memory", Work.PrivateMegabytes(id));
    }

    private static async Task TripAsync(WorkerPool pool)
    {
        for (var i = 0; i < 3; i++)
        {
            await Figures.RepeatAsync(2000, () => pool.RunAsync(Work.Same, 1));
            await Task.Delay(150); // the compiler replaces hot code in the background
        }
        var times = await Figures.RepeatAsync(5000, () => pool.RunAsync(Work.Same, 1));
        Figures.Say("trip_p50", Figures.Percentile(times, 0.5) * 1e6);
        Figures.Say("trip_p99", Figures.Percentile(times, 0.99) * 1e6);
    }

    private static async Task SubmitAsync(WorkerPool pool)
    {
        async Task Once()
        {
            var jobs = new Task[Submits];
            for (var i = 0; i < jobs.Length; i++)
                jobs[i] = pool.RunAsync(Work.Same, i);
            foreach (var job in jobs)
                await job;
        }
        for (var i = 0; i < 3; i++)
        {
            await Figures.RepeatAsync(2, Once);
            await Task.Delay(150);
        }
        Figures.Say("submit", Submits / (await Figures.RepeatAsync(15, Once)).Min());
    }

    private static async Task MapAsync(WorkerPool pool)
    {
        async Task Once()
        {
            var count = 0;
            await foreach (var _ in pool.MapAsync(Work.Same, Enumerable.Range(0, Maps)))
                count++;
            if (count != Maps)
                throw new InvalidOperationException("Results are missing.");
        }
        var inputs = Enumerable.Range(0, Maps).ToArray();
        async Task AllAtOnce()
        {
            var results = await pool.MapToArrayAsync(Work.Same, inputs);
            if (results.Length != Maps || results[^1] != Maps - 1)
                throw new InvalidOperationException("Results are wrong.");
        }
        foreach (var (name, way) in ((string, Func<Task>)[])[("map", AllAtOnce), ("map_stream", Once)])
        {
            await Figures.RepeatAsync(3, way);
            await Task.Delay(150); // the compiler replaces hot code in the background
            await Figures.RepeatAsync(3, way);
            Figures.Say(name, Maps / (await Figures.RepeatAsync(8, way)).Min());
        }
    }

    private static async Task PayloadAsync(WorkerPool pool)
    {
        foreach (var (name, size, count) in ((string, int, int)[])[("1", 1 << 20, 60), ("64", 64 << 20, 6)])
        {
            var data = new byte[size];
            new Random(1).NextBytes(data);
            await Figures.RepeatAsync(count, () => pool.RunAsync(Work.SizeOf, data));
            Figures.Say("in_" + name, size / 1e9 / Figures.Median(await Figures.RepeatAsync(count, () => pool.RunAsync(Work.SizeOf, data))));
            await Figures.RepeatAsync(count, () => pool.RunAsync(Work.Make, size));
            Figures.Say("out_" + name, size / 1e9 / Figures.Median(await Figures.RepeatAsync(count, () => pool.RunAsync(Work.Make, size))));
        }
    }

    // Neighbours in time, because the machine is not the same one second later.
    private static async Task CpuAsync(WorkerPool pool)
    {
        int[] limits = [.. Enumerable.Repeat(400_000, 16)];
        var ratios = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            var threads = Figures.Repeat(1, () => Parallel.ForEach(limits, static l => Work.CountPrimes(l)))[0];
            var processes = (await Figures.RepeatAsync(1, async () =>
            {
                await foreach (var _ in pool.MapAsync(Work.CountPrimes, limits))
                {
                }
            }))[0];
            if (i > 0)
                ratios.Add(threads / processes);
        }
        Figures.Say("cpu", Figures.Median(ratios));
    }
}
