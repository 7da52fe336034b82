using System.Globalization;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What waits for a job's task may run on the thread that completes it, and may do there what it likes.</summary>
public sealed class CallerCodeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("fails")]
    [InlineData("succeeds")]
    [InlineData("is cancelled")]
    public async Task It_holds_up_nobody_who_ends_a_job(string how)
    {
        var job = NewJob();
        using var gate = new ManualResetEventSlim();
        var waits = Then(job.Task, gate.Wait);
        await OnOwnThread(() => End(job, how)).Bounded();
        Assert.True(job.Task.IsCompleted); // without a thread of the pool
        Assert.False(waits.IsCompleted);
        gate.Set();
        await waits.Bounded();
    }

    [Fact]
    public async Task It_may_wait_for_the_code_behind_another_job()
    {
        var (first, second) = (NewJob(), NewJob());
        using var gate = new ManualResetEventSlim();
        var waits = Then(first.Task, gate.Wait);
        var opens = Then(second.Task, gate.Set);
        await OnOwnThread(() =>
        {
            End(first, "succeeds");
            End(second, "succeeds");
        }).Bounded();
        await opens.Bounded();
        await waits.Bounded();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_may_wait_for_a_job_of_the_same_worker(bool sharesMemory)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, SharesMemory = sharesMemory });
        for (var i = 0; i < 20; i++)
        {
            var second = 0;
            await Then(pool.RunAsync(Jobs.Double, i), () =>
            {
                var next = pool.RunAsync(Jobs.Double, i + 1);
                if (next.Wait(Long))
                    second = next.Result;
            }).Bounded();
            Assert.Equal(2 * (i + 1), second);
        }
    }

    [Fact]
    public async Task It_may_wait_for_the_end_of_the_pool_whose_worker_has_just_crashed()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        var ended = false;
        await Then(pool.RunAsync(static () => Environment.Exit(3)), () => ended = pool.DisposeAsync().AsTask().Wait(Long)).Bounded();
        Assert.True(ended);
    }

    [Fact]
    public async Task It_does_not_run_on_the_thread_that_cancels()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var cancel = new CancellationTokenSource();
        var thread = 0;
        var ran = Then(pool.RunAsync(static (int x, CancellationToken _) => x, 1, cancel.Token), () => thread = Environment.CurrentManagedThreadId);
        var canceller = 0;
        await OnOwnThread(() =>
        {
            canceller = Environment.CurrentManagedThreadId;
            cancel.Cancel();
        }).Bounded();
        await ran.Bounded();
        Assert.NotEqual(canceller, thread);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_complete_when_its_pool_has_closed()
    {
        for (var i = 0; i < 5; i++)
        {
            var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
            var job = pool.RunAsync(Jobs.Double, 1);
            await pool.DisposeAsync().AsTask().Bounded();
            Assert.True(job.IsCompleted);
        }
    }

    [Fact]
    public async Task It_leaves_nothing_behind_on_the_thread()
    {
        var local = new AsyncLocal<int>();
        (int, SynchronizationContext?, string, ThreadPriority, bool, bool) after = default;
        var clean = new CultureInfo("is-IS").Name;
        await OnOwnThread(() =>
        {
            clean = CultureInfo.CurrentCulture.Name;
            var before = CleanThread.Current();
            local.Value = 1;
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            CultureInfo.CurrentCulture = new CultureInfo("is-IS");
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            Thread.CurrentThread.IsBackground = false;
            ExecutionContext.SuppressFlow();
            before.Restore();
            after = (local.Value, SynchronizationContext.Current, CultureInfo.CurrentCulture.Name, Thread.CurrentThread.Priority, Thread.CurrentThread.IsBackground, ExecutionContext.IsFlowSuppressed());
        }).Bounded();
        Assert.Equal((0, null, clean, ThreadPriority.Normal, true, false), after);
    }

    private static Job<int> NewJob() => new(
        new Call((Func<int, int>)Jobs.Double, WireCodec.Default).Add(1).Complete(), WireCodec.Default, JobRules.None, CancellationToken.None, runsCallerAtOnce: true);

    private static void End(Job job, string how)
    {
        if (how == "fails")
            job.Fail(new InvalidOperationException());
        else if (how == "succeeds")
            job.Succeed();
        else
            job.EndAsCancelled();
    }

    private static Task Then(Task task, Action action) => task.ContinueWith(
        t =>
        {
            _ = t.Exception;
            action();
        }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static Task<object> OnOwnThread(Action action) => OwnThread.Run(() =>
    {
        action();
        return new object();
    });
}
