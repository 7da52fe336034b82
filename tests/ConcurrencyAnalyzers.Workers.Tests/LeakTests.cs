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
