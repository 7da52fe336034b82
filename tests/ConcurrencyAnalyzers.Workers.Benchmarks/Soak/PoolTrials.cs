using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>Opens and closes pools, half of them under a busy job, and counts what is left.</summary>
internal static class PoolTrials
{
    public static async Task<int> RunAsync(int count)
    {
        Console.WriteLine($"{count} pools, half of them under a busy job"); // the console opens a file of its own
        for (var i = 0; i < 4; i++)
            await TrialAsync(i);
        var before = Census.Take();
        Console.WriteLine($"before: {before}");
        var had = Census.Describe().ToArray();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            await TrialAsync(i);
        var end = clock.Elapsed + TimeSpan.FromMinutes(1); // threads of the pool go in their own time
        var after = Census.Take();
        while (after.Threads > before.Threads && clock.Elapsed < end)
        {
            await Task.Delay(1000);
            after = Census.Take();
        }
        Console.WriteLine($"after {count} pools in {clock.Elapsed:mm\\:ss}: {after}");
        var same = after.Files <= before.Files && after.Threads <= before.Threads && after.Children == 0 && after.SharedFiles <= before.SharedFiles;
        Console.WriteLine(same ? "nothing is left" : $"LEFT: {string.Join(", ", Census.Describe().Except(had))}");
        return same ? 0 : 1;
    }

    private static async Task TrialAsync(int number)
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Output = WorkerOutput.Discard });
        if (await pool.RunAsync(SoakJobs.Echo, number) != number)
            throw new InvalidOperationException("A wrong result.");
        if (number % 2 == 0)
        {
            var hangs = pool.RunAsync(SoakJobs.Hang);
            pool.Terminate();
            await hangs.ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        await pool.DisposeAsync();
    }
}
