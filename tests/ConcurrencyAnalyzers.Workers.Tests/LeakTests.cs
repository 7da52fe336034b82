namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Counts what the whole process holds, so nothing else runs beside it.</summary>
[Collection(nameof(OutputTests))]
public sealed class LeakTests
{
    [Fact]
    public async Task Pools_that_come_and_go_leave_no_descriptor_thread_or_zombie()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // The shared pool of other tests lets its workers go in its own time; here it may not change the count.
        await RoundAsync(0);
        await RoundAsync(1);
        var files = Proc.OpenFiles();
        var threads = Proc.Threads();
        for (var round = 0; round < 12; round++)
            await RoundAsync(round);
        await Wait.UntilAsync(() => Proc.OpenFiles() <= files, $"open files to come back to {files}");
        // The thread pool breathes; a thread kept for each of the 24 workers would show.
        await Wait.UntilAsync(() => Proc.Threads() <= threads + 12, $"threads to come back to about {threads}");
        await Wait.UntilAsync(() => Proc.Zombies() == 0, "ended workers to be collected");
    }

    [Fact]
    public async Task What_a_worker_s_end_leaves_open_does_not_wait_for_the_garbage_collector()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await RoundAsync(0);
        await RoundAsync(1);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(GC.TryStartNoGCRegion(100_000_000));
        try
        {
            var before = Proc.Descriptors(Environment.ProcessId);
            for (var round = 0; round < 3; round++)
                await RoundAsync(round);
            await Wait.UntilAsync(() => !Proc.Descriptors(Environment.ProcessId).Except(before).Any(), "all that was opened to be closed");
            Assert.Equal(System.Runtime.GCLatencyMode.NoGCRegion, System.Runtime.GCSettings.LatencyMode); // there was no collection
        }
        finally
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion)
                GC.EndNoGCRegion();
        }
    }

    private static async Task RoundAsync(int round)
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Output = WorkerOutput.Discard });
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
        if (round % 2 == 0)
        {
            using var file = new TempFile();
            var spin = pool.RunAsync(Jobs.Spin, file.Path);
            await file.WrittenAsync();
            pool.Terminate();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spin.Bounded());
        }
        await pool.DisposeAsync().AsTask().Bounded();
    }
}
