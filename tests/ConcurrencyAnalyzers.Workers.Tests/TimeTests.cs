using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Every limit of a pool follows the clock that it was given.</summary>
public sealed class TimeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_job_is_stopped_when_its_time_is_over_and_not_before()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, JobTimeout = Day, TimeProvider = _time });
        using var file = new TempFile();
        var job = pool.RunAsync(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        _time.Advance(Day - TimeSpan.FromSeconds(1));
        await Task.Delay(50);
        Assert.False(job.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var e = await Assert.ThrowsAsync<TimeoutException>(() => job.Bounded());
        Assert.Contains("1.00:00:00", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_job_can_have_another_limit_than_its_pool()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, JobTimeout = Day, TimeProvider = _time });
        using var shortFile = new TempFile();
        using var longFile = new TempFile();
        using var cancel = new CancellationTokenSource();
        var shorter = pool.With(new JobOptions { Timeout = TimeSpan.FromHours(1) }).RunAsync(Jobs.Spin, shortFile.Path);
        var endless = pool.With(new JobOptions { Timeout = Timeout.InfiniteTimeSpan }).RunAsync(Jobs.Spin, longFile.Path, cancel.Token);
        await shortFile.WrittenAsync();
        await longFile.WrittenAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<TimeoutException>(() => shorter.Bounded());
        _time.Advance(2 * Day);
        await Task.Delay(50);
        Assert.False(endless.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless.Bounded());
    }

    [Fact]
    public async Task The_grace_time_runs_from_the_cancellation()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, CancellationGrace = Day, TimeProvider = _time });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(Jobs.IgnoreToken, file.Path, cancel.Token);
        await file.WrittenAsync();
        await cancel.CancelAsync();
        await Wait.UntilAsync(() => _time.Pending > 0, "the grace time to run");
        await Task.Delay(50);
        Assert.False(job.IsCompleted);
        _time.Advance(Day);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
    }

    [Fact]
    public async Task An_idle_worker_leaves_when_its_rest_is_over()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, IdleTimeout = Day, TimeProvider = _time });
        await pool.WarmUpAsync().Bounded();
        _time.Advance(Day - TimeSpan.FromMinutes(1));
        Assert.Equal(2, pool.GetStatistics().Workers);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Wait.UntilAsync(() => pool.GetStatistics().Workers == 0, "the workers to leave");
    }

    [Fact]
    public async Task A_closing_pool_waits_as_long_as_it_was_told()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, DrainTimeout = Day, TimeProvider = _time });
        using var file = new TempFile();
        var job = pool.RunAsync(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        var closing = pool.DisposeAsync().AsTask();
        await Task.Delay(50);
        Assert.False(closing.IsCompleted);
        _time.Advance(Day);
        await closing.Bounded();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
    }

    [Fact]
    public void Job_options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerPool.Shared.With(new JobOptions { Retries = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerPool.Shared.With(new JobOptions { Timeout = -Day }));
    }

    [Fact]
    public async Task A_clock_that_fails_while_a_start_fails_costs_no_more_than_the_start()
    {
        var time = new BrokenTime();
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, TimeProvider = time, WorkingDirectory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        time.IsBroken = true;
        await Assert.ThrowsAsync<WorkerStartException>(() => pool.RunAsync(Jobs.Double, 1).Bounded());
        time.IsBroken = false;
        await pool.DisposeAsync().AsTask().Bounded();
    }

    [Fact]
    public void What_is_counted_of_a_job_does_not_change_after_its_end()
    {
        var time = new ManualTime();
        var job = new Job<int>(new Call((Func<int, int>)Jobs.Double, WireCodec.Default).Add(1).Complete(), WireCodec.Default, JobRules.None, CancellationToken.None) { QueuedAt = time.GetTimestamp() };
        Assert.Equal(new JobEnd("test", "", null, null), JobEnd.Of("test", job, time));
        time.Advance(TimeSpan.FromSeconds(2));
        job.StartedAt = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(3));
        job.Succeed();
        var end = JobEnd.Of("test", job, time);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(new JobEnd("test", "ok", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)), end);
    }

    private sealed class BrokenTime : TimeProvider
    {
        public volatile bool IsBroken;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            IsBroken ? throw new InvalidOperationException("The clock is broken.") : base.CreateTimer(callback, state, dueTime, period);
    }

    [Fact]
    public async Task A_clock_that_throws_costs_the_job_that_needs_it()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard, TimeProvider = new NoTimer() });
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        var timed = pool.With(new JobOptions { Timeout = NoTimer.Refused });
        for (var i = 0; i < 3; i++)
        {
            var e = await Assert.ThrowsAsync<InvalidOperationException>(() => timed.RunAsync(Jobs.Double, 1).Bounded());
            Assert.Equal("no timer", e.Message);
            Assert.Equal(id, await pool.RunAsync(Jobs.ProcessId).Bounded());
        }
        Assert.Equal((0, 0), (pool.GetStatistics().QueuedJobs, pool.GetStatistics().RunningJobs));
    }

    private sealed class NoTimer : TimeProvider
    {
        public static readonly TimeSpan Refused = TimeSpan.FromDays(1.5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime == Refused ? throw new InvalidOperationException("no timer") : base.CreateTimer(callback, state, dueTime, period);
    }
}
