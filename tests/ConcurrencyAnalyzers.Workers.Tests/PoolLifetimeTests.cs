using System.Collections.Concurrent;
using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class PoolLifetimeTests
{
    [Fact]
    public async Task Warm_up_starts_the_workers_that_are_asked_for()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3 });
        await pool.WarmUpAsync(2).Bounded();
        Assert.Equal(2, pool.GetStatistics().Workers);
        await pool.WarmUpAsync(2).Bounded();
        Assert.Equal(2, pool.GetStatistics().Workers);
    }

    [Fact]
    public async Task Disposing_waits_for_the_jobs_at_hand_and_then_for_the_processes()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var jobs = Enumerable.Range(0, 5).Select(_ => pool.RunAsync(Jobs.Slow, 20)).ToArray();
        await pool.DisposeAsync().AsTask().Bounded();
        Assert.All(jobs, j => Assert.True(j.IsCompletedSuccessfully));
        Assert.False(Proc.Exists(await jobs[0]));
        Assert.Throws<ObjectDisposedException>(() => { _ = pool.RunAsync(Jobs.Double, 1); });
    }

    [Fact]
    public async Task Disposing_kills_what_does_not_end_in_time()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, DrainTimeout = TimeSpan.FromMilliseconds(100) });
        using var file = new TempFile();
        var spin = pool.RunAsync(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        await pool.DisposeAsync().AsTask().Bounded();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spin.Bounded());
        Assert.False(Proc.Exists(int.Parse(File.ReadAllText(file.Path), null)));
    }

    [Fact]
    public async Task Terminating_cancels_everything_and_leaves_no_process()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var file = new TempFile();
        var spin = pool.RunAsync(Jobs.Spin, file.Path);
        var queued = pool.RunAsync(Jobs.Double, 1);
        await file.WrittenAsync();
        pool.Terminate();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spin.Bounded());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued.Bounded());
        await pool.DisposeAsync().AsTask().Bounded();
        Assert.False(Proc.Exists(int.Parse(File.ReadAllText(file.Path), null)));
    }

    [Fact]
    public async Task Disposing_while_workers_start_leaves_no_process()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mark = Guid.NewGuid().ToString("N");
        for (var i = 0; i < 5; i++)
        {
            var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Environment = new Dictionary<string, string?> { ["CW_TEST_MARK"] = mark } });
            var warm = pool.WarmUpAsync();
            await Task.Delay(10 * i);
            await pool.DisposeAsync().AsTask().Bounded();
            await Wait.AllEndedAsync([warm]);
        }
        await Wait.UntilAsync(() => Proc.WithMark(mark).Count == 0, "all workers to be gone");
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_an_initializer_that_hangs()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, StartTimeout = TimeSpan.FromMinutes(5), Initializer = static () => Thread.Sleep(Timeout.Infinite) });
        var warm = pool.WarmUpAsync();
        await Wait.UntilAsync(() => pool.GetStatistics().StartedWorkers == 1, "the worker to be up");
        await pool.DisposeAsync().AsTask().Bounded();
        await Assert.ThrowsAsync<WorkerStartException>(() => warm.Bounded());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Disposing_during_a_warm_up_is_no_crash(bool initializes, int spares)
    {
        for (var i = 0; i < 5; i++)
        {
            var events = new ConcurrentQueue<WorkerEvent>();
            var pool = new WorkerPool(new WorkerPoolOptions
            {
                MaxWorkers = 1, WarmSpares = spares, Initializer = initializes ? static () => Thread.Sleep(Timeout.Infinite) : null,
                StartTimeout = TimeSpan.FromMinutes(5), OnEvent = events.Enqueue,
            });
            var warm = pool.WarmUpAsync();
            var clock = Stopwatch.StartNew();
            while (pool.GetStatistics().StartedWorkers <= spares && clock.Elapsed < TimeSpan.FromMinutes(1))
                await Task.Yield(); // what is to be met takes milliseconds
            await Task.Delay(i);
            await pool.DisposeAsync().AsTask().Bounded();
            await Wait.AllEndedAsync([warm]);
            await Wait.UntilAsync(() => !events.IsEmpty, "the start to be told");
            await Task.Delay(50); // events come later than what they tell of
            Assert.DoesNotContain(events, e => e.Level == WorkerEventLevel.Error || e.Kind == WorkerEventKind.WorkerCrashed);
            Assert.Equal(0, pool.GetStatistics().LostWorkers);
        }
    }

    [Fact]
    public async Task A_pool_at_rest_takes_no_processor_time()
    {
        if (!File.Exists("/proc/self/schedstat"))
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var (number, id) = await pool.RunAsync(static () => (WorkerContext.WorkerNumber, Environment.ProcessId)).Bounded();
        for (var i = 0; i < 200; i++)
            await pool.RunAsync(Jobs.Double, i).Bounded();
        // The runtime works in the background for a while: it replaces hot code, and measures the core. Who polls, polls in each of the windows.
        var used = new Dictionary<string, long>();
        for (var window = 0; window < 10; window++)
        {
            await Task.Delay(500);
            var before = Times();
            await Task.Delay(1500);
            used = Times().ToDictionary(t => t.Key, t => t.Value - before.GetValueOrDefault(t.Key));
            Assert.Contains(used, t => t.Key.StartsWith($"worker {number}/", StringComparison.Ordinal));
            if (used.Values.Sum() <= 1_500_000)
                return;
        }
        Assert.Fail("More than a thousandth of a core: " + string.Join(", ", used.Where(t => t.Value > 0)));

        // The worker, and what reads for it here.
        Dictionary<string, long> Times() => Proc.RunTimes(id)
            .Concat(Proc.RunTimes(Environment.ProcessId).Where(t => t.Key.StartsWith($"worker {number}/", StringComparison.Ordinal)))
            .ToDictionary(t => t.Key, t => t.Value);
    }

    [Fact]
    public async Task An_idle_worker_is_let_go_and_the_minimum_stays()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3, MinWorkers = 1, IdleTimeout = TimeSpan.FromMilliseconds(50) });
        await pool.WarmUpAsync().Bounded();
        await Wait.UntilAsync(() => pool.GetStatistics().Workers == 1, "two workers to leave");
        await Task.Delay(200);
        Assert.Equal(1, pool.GetStatistics().Workers);
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_jobs()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, MaxJobsPerWorker = 3 });
        var ids = new List<int>();
        for (var i = 0; i < 9; i++)
            ids.Add(await pool.RunAsync(Jobs.ProcessId).Bounded());
        Assert.Equal([3, 3, 3], ids.CountBy(id => id).Select(c => c.Value));
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task Workers_that_die_while_the_pool_looks_at_them_disturb_nothing()
    {
        if (!OperatingSystem.IsLinux())
            return;
        for (var round = 0; round < 4; round++)
        {
            var mark = Guid.NewGuid().ToString("N");
            var pool = new WorkerPool(new WorkerPoolOptions
            {
                MaxWorkers = 3, Output = WorkerOutput.Discard, Environment = new Dictionary<string, string?> { ["CW_TEST_MARK"] = mark },
            });
            await pool.WarmUpAsync().Bounded();
            var jobs = Enumerable.Range(0, 200).Select(i => pool.RunAsync(Jobs.Double, i)).ToArray();
            foreach (var id in Proc.WithMark(mark))
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
                pool.GetStatistics();
            }
            if (round % 2 == 0)
                pool.Terminate();
            await pool.DisposeAsync().AsTask().Bounded();
            await Wait.AllEndedAsync(jobs);
            Assert.All(jobs, j => Assert.True(j.IsCanceled || j.IsCompletedSuccessfully || j.Exception!.InnerException is WorkerCrashedException));
            Assert.Empty(Proc.WithMark(mark));
        }
    }

    [Fact]
    public async Task The_shared_pool_cannot_be_closed()
    {
        await WorkerPool.Shared.DisposeAsync();
        WorkerPool.Shared.Terminate();
        Assert.Equal(2, await WorkerPool.Shared.RunAsync(Jobs.Double, 1).Bounded());
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(new WorkerPoolOptions { MaxWorkers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, MinWorkers = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(new WorkerPoolOptions { JobTimeout = TimeSpan.FromDays(-1) }));
    }
}
