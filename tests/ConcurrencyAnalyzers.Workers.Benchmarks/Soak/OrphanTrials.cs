using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>Kills programs that have workers, and counts the workers that are still there half a second later.</summary>
internal static class OrphanTrials
{
    private const string Mark = "CW_ORPHAN_MARK";
    private static readonly string[] Kinds = ["idle", "loop", "allocate", "starting"];
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(int trials)
    {
        var faults = 0;
        foreach (var kind in Kinds)
        {
            var times = new List<double>();
            var late = 0;
            for (var i = 0; i < trials; i++)
            {
                var took = await TrialAsync(kind);
                times.Add(took.TotalMilliseconds);
                if (took > Bound)
                    late++;
                if (took >= Hung)
                    faults++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind}: {trials} trials, workers gone after {Figures.Median(times):F0} ms (median), {times.Max():F0} ms (longest); {late} trials above {Bound.TotalMilliseconds} ms"));
            faults += late;
        }
        return faults == 0 ? 0 : 1;
    }

    /// <summary>The program that is killed.</summary>
    public static async Task HoldAsync(string kind)
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Output = WorkerOutput.Discard });
        var warm = pool.WarmUpAsync();
        if (kind != "starting")
            await warm;
        for (var i = 0; i < 2 && kind is "loop" or "allocate"; i++)
            _ = kind == "loop" ? pool.RunAsync(SoakJobs.Hang) : pool.RunAsync(SoakJobs.Allocate);
        Console.WriteLine("READY");
        await Task.WhenAll(warm, Task.Delay(Timeout.Infinite));
    }

    private static async Task<TimeSpan> TrialAsync(string kind)
    {
        var mark = Guid.NewGuid().ToString("N");
        var info = new ProcessStartInfo(Environment.ProcessPath!, ["orphan-parent", kind]) { RedirectStandardOutput = true };
        info.Environment[Mark] = mark;
        using var parent = Process.Start(info)!;
        await parent.StandardOutput.ReadLineAsync();
        await Task.Delay(Random.Shared.Next(kind == "starting" ? 100 : 20));
        var start = Stopwatch.GetTimestamp();
        parent.Kill();
        await parent.WaitForExitAsync();
        while (IsAlive(mark) && Stopwatch.GetElapsedTime(start) < Hung)
            await Task.Delay(2);
        return Stopwatch.GetElapsedTime(start);
    }

    // A process that has been killed keeps its number until its new parent collects it, but no environment.
    private static bool IsAlive(string mark)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(directory)[0]))
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(directory, "environ")).Contains(mark, StringComparison.Ordinal))
                    return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or not ours.
            }
        }
        return false;
    }
}
