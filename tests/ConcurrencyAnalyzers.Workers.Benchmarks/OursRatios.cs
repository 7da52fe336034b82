using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>
/// One round of figures that are ratios within one process: the pool against tasks and threads, and against its own plain
/// call. What is compared stands next to each other in time, because the machine is not the same one second later.
/// </summary>
internal static class OursRatios
{
    private const int Submits = 20_000;
    private const int Maps = 2_000_000;
    private const int Trees = 60;

    public static async Task RunAsync()
    {
        await FirstCallAsync();
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        await pool.WarmUpAsync();
        await TripAsync(pool);
        await SubmitAsync(pool);
        await MapAsync(pool);
        await ShortWorkAsync(pool);
        await GarbageAsync(pool);
    }

    private static async Task FirstCallAsync()
    {
        var ratios = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, WarmSpares = 0 });
            await pool.WarmUpAsync();
            var first = await Figures.RepeatAsync(1, () => pool.RunAsync(Work.Same, 1));
            var steady = await Figures.RepeatAsync(1500, () => pool.RunAsync(Work.Same, 1));
            ratios.Add(first[0] / Figures.Median(steady[1000..]));
        }
        Figures.Say("trip_first", Figures.Median(ratios));
    }

    private static async Task TripAsync(WorkerPool pool)
    {
        using var buffer = new SharedBuffer<byte>(64 << 20);
        var (tasks, shared) = (new List<double>(), new List<double>());
        for (var i = 0; i < 6; i++)
        {
            var plain = Figures.Median(await Figures.RepeatAsync(2000, () => pool.RunAsync(Work.Same, 1)));
            var task = Figures.Median(await Figures.RepeatAsync(2000, static () => Task.Run(static () => Work.Same(1))));
            var block = Figures.Median(await Figures.RepeatAsync(2000, () => pool.RunAsync(Work.LengthOf, buffer)));
            if (i < 2)
                continue; // the compiler replaces hot code in the background
            tasks.Add(plain / task);
            shared.Add(block / plain);
        }
        Figures.Say("trip_tasks", Figures.Median(tasks));
        Figures.Say("trip_shared", Figures.Median(shared));
    }

    private static async Task SubmitAsync(WorkerPool pool)
    {
        static async Task Once(Func<int, Task> start)
        {
            var jobs = new Task[Submits];
            for (var i = 0; i < jobs.Length; i++)
                jobs[i] = start(i);
            foreach (var job in jobs)
                await job;
        }
        var ratios = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var ours = await Figures.RepeatAsync(1, () => Once(n => pool.RunAsync(Work.Same, n)));
            var tasks = await Figures.RepeatAsync(1, () => Once(static n => Task.Run(() => Work.Same(n))));
            if (i >= 4)
                ratios.Add(tasks[0] / ours[0]);
        }
        Figures.Say("submit_tasks", Figures.Median(ratios));
    }

    private static async Task MapAsync(WorkerPool pool)
    {
        var inputs = Enumerable.Range(0, Maps).ToArray();
        var results = new int[Maps];
        var ratios = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var ours = await Figures.RepeatAsync(1, () => pool.MapToArrayAsync(Work.Same, inputs));
            var threads = Figures.Repeat(1, () => Parallel.For(0, Maps, n => results[n] = Work.Same(inputs[n])));
            if (i >= 3)
                ratios.Add(threads[0] / ours[0]);
        }
        Figures.Say("map_parallel", Figures.Median(ratios));
    }

    // A millisecond each: what a pool with long trips loses.
    private static async Task ShortWorkAsync(WorkerPool pool)
    {
        var limit = 1000;
        while (Figures.Median(Figures.Repeat(5, () => Work.CountPrimes(limit))) < 0.001)
            limit = limit * 5 / 4;
        int[] limits = [.. Enumerable.Repeat(limit, 1000)];
        var ratios = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var threads = Figures.Repeat(1, () => Parallel.ForEach(limits, static l => Work.CountPrimes(l)));
            var processes = await Figures.RepeatAsync(1, () => pool.MapToArrayAsync(Work.CountPrimes, limits));
            if (i > 0)
                ratios.Add(threads[0] / processes[0]);
        }
        Figures.Say("cpu_short", Figures.Median(ratios));
    }

    // Two jobs that make garbage, while a thread of this process wants to run each millisecond.
    private static async Task GarbageAsync(WorkerPool pool)
    {
        var (times, lateness, pauses) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 4; i++)
        {
            var tasks = await WatchedAsync(static () => Task.WhenAll(Task.Run(static () => Work.MakeTrees(Trees)), Task.Run(static () => Work.MakeTrees(Trees))));
            var jobs = await WatchedAsync(() => Task.WhenAll(pool.RunAsync(Work.MakeTrees, Trees), pool.RunAsync(Work.MakeTrees, Trees)));
            if (i == 0)
                continue;
            times.Add(jobs.Seconds / tasks.Seconds);
            lateness.Add(jobs.Late / tasks.Late);
            pauses.Add(jobs.Pause);
        }
        Figures.Say("garbage_time", Figures.Median(times));
        Figures.Say("garbage_late", Figures.Median(lateness));
        Figures.Say("garbage_pause", Figures.Median(pauses));
    }

    private static async Task<(double Seconds, double Late, double Pause)> WatchedAsync(Func<Task> work)
    {
        var late = new List<double>(100_000);
        var stop = false;
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                var start = Stopwatch.GetTimestamp();
                Thread.Sleep(1);
                late.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds - 1);
            }
        });
        var pause = GC.GetTotalPauseDuration();
        watch.Start();
        var time = await Figures.RepeatAsync(1, work);
        Volatile.Write(ref stop, true);
        watch.Join();
        return (time[0], Figures.Percentile([.. late], 0.99), (GC.GetTotalPauseDuration() - pause).TotalMilliseconds);
    }
}
