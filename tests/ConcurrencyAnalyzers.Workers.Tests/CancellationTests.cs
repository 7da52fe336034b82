namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_token_that_has_tripped_already_starts_nothing()
    {
        await using var pool = new WorkerPool();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.RunAsync(Jobs.Double, 1, new CancellationToken(true)).Bounded());
        Assert.Equal(0, pool.GetStatistics().Workers);
    }

    [Fact]
    public async Task The_method_s_own_token_trips_and_the_worker_lives_on()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, CancellationGrace = TimeSpan.FromMinutes(5) });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(Jobs.WaitForToken, file.Path, cancel.Token);
        await file.WrittenAsync();
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.True(job.IsCanceled);
        Assert.Equal(int.Parse(File.ReadAllText(file.Path), null), await pool.RunAsync(Jobs.ProcessId).Bounded());
    }

    [Fact]
    public async Task A_job_that_returns_after_all_gives_its_result()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, CancellationGrace = TimeSpan.FromMinutes(5) });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(Jobs.ReturnOnToken, file.Path, cancel.Token);
        await Wait.UntilAsync(() => File.Exists(file.Path), "the job to start");
        await cancel.CancelAsync();
        Assert.Equal(42, await job.Bounded());
    }

    [Fact]
    public async Task A_job_without_a_token_is_killed_and_the_pool_serves_on()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, CancellationGrace = TimeSpan.FromMinutes(5) });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(Jobs.Spin, file.Path, cancel.Token);
        var queued = pool.RunAsync(Jobs.ProcessId);
        await file.WrittenAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        var killed = int.Parse(File.ReadAllText(file.Path), null);
        Assert.NotEqual(killed, await queued.Bounded());
        await Wait.UntilAsync(() => !Proc.Exists(killed), "the process to be gone");
    }

    [Fact]
    public async Task A_job_that_ignores_its_token_is_killed_after_the_grace_time()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, CancellationGrace = TimeSpan.FromMilliseconds(50) });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(Jobs.IgnoreToken, file.Path, cancel.Token);
        await file.WrittenAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        Assert.Equal(1, pool.GetStatistics().LostWorkers);
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
    }

    [Fact]
    public async Task A_queued_job_leaves_the_queue_at_once()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var file = new TempFile();
        using var touched = new TempFile();
        using var cancel = new CancellationTokenSource();
        using var cancelSpin = new CancellationTokenSource();
        var running = pool.RunAsync(Jobs.Spin, file.Path, cancelSpin.Token);
        await file.WrittenAsync();
        var queued = pool.RunAsync(Jobs.Touch, touched.Path, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued.Bounded());
        Assert.False(running.IsCompleted);
        await cancelSpin.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Bounded());
        Assert.False(touched.HasText);
    }

    [Fact]
    public async Task A_job_that_exceeds_the_pool_s_time_is_stopped_with_a_timeout()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, JobTimeout = TimeSpan.FromMilliseconds(300) });
        using var file = new TempFile();
        var e = await Assert.ThrowsAsync<TimeoutException>(() => pool.RunAsync(Jobs.Spin, file.Path).Bounded());
        Assert.Contains("Jobs.Spin ran longer", e.Message, StringComparison.Ordinal); // the pool's word, not that of a test that hangs
    }

    [Fact]
    public async Task Cancelling_at_every_moment_ends_every_job_once()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, CancellationGrace = TimeSpan.FromMinutes(5) });
        await pool.WarmUpAsync();
        var random = new Random(3);
        var jobs = new List<Task<int>>();
        for (var i = 0; i < 500; i++)
        {
            var cancel = new CancellationTokenSource();
            jobs.Add(pool.RunAsync(static (int x, CancellationToken t) => t.IsCancellationRequested ? -1 : x, i, cancel.Token));
            cancel.CancelAfter(TimeSpan.FromMicroseconds(random.Next(0, 3000)));
        }
        await Wait.AllEndedAsync(jobs);
        Assert.All(jobs, j => Assert.True(j.IsCompletedSuccessfully || j.IsCanceled, j.Exception?.ToString()));
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
    }
}
