using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>A caller that goes on where its answer was read may do there whatever it likes, for as long as it likes.</summary>
public sealed class TurnTests
{
    private static WorkerPool NewPool(int workers = 1) => new(new WorkerPoolOptions { MaxWorkers = workers, Output = WorkerOutput.Discard });

    private static bool IsWhereAnswersAreRead => Thread.CurrentThread.Name?.StartsWith("worker ", StringComparison.Ordinal) == true;

    // Who awaits this without a context goes on where an answer was read.
    private static async Task GoOnWhereAnswersAreReadAsync(WorkerPool pool)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            await pool.RunAsync(Jobs.Double, 1).ConfigureAwait(false);
            if (IsWhereAnswersAreRead)
                return;
        }
        while (clock.Elapsed < TimeSpan.FromSeconds(60));
        Assert.Fail("No caller went on where its answer was read.");
    }

    [Fact]
    public Task A_caller_may_wait_there_for_its_next_job() => Task.Run(async () =>
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = NewPool();
        await GoOnWhereAnswersAreReadAsync(pool);
        Assert.True(IsWhereAnswersAreRead);
        Assert.Equal(4, pool.RunAsync(Jobs.Double, 2).Bounded().GetAwaiter().GetResult());
        Assert.Equal(6, await pool.RunAsync(Jobs.Double, 3).Bounded());
    });

    [Fact]
    public Task Others_get_their_answers_while_a_caller_stays_there() => Task.Run(async () =>
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = NewPool();
        await GoOnWhereAnswersAreReadAsync(pool);
        Assert.True(IsWhereAnswersAreRead);
        for (var i = 0; i < 20; i++)
        {
            var x = i;
            var other = Task.Run(() => pool.RunAsync(Jobs.Double, x));
            Assert.True(other.Wait(TimeSpan.FromSeconds(60)));
            Assert.Equal(2 * i, other.Result);
        }
        var many = Task.Run(() => Task.WhenAll(Enumerable.Range(0, 200).Select(i => pool.RunAsync(Jobs.Double, i))));
        Assert.True(many.Wait(TimeSpan.FromSeconds(60)));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => 2 * i), many.Result);
    });

    [Fact]
    public Task A_caller_may_close_the_pool_there_and_wait_for_it() => Task.Run(async () =>
    {
        if (!OperatingSystem.IsLinux())
            return;
        var pool = NewPool(2);
        await GoOnWhereAnswersAreReadAsync(pool);
        Assert.True(IsWhereAnswersAreRead);
        Assert.True(pool.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, pool.GetStatistics().Workers);
    });

    [Fact]
    public Task The_end_of_the_worker_is_noticed_while_a_caller_stays_there() => Task.Run(async () =>
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = NewPool();
        var id = await pool.RunAsync(Jobs.ProcessId);
        await GoOnWhereAnswersAreReadAsync(pool);
        Assert.True(IsWhereAnswersAreRead);
        using (var process = Process.GetProcessById(id))
            process.Kill();
        var clock = Stopwatch.StartNew();
        while (pool.GetStatistics().LostWorkers == 0 && clock.Elapsed < TimeSpan.FromSeconds(60))
            Thread.Sleep(1);
        Assert.Equal(1, pool.GetStatistics().LostWorkers);
        Assert.NotEqual(id, pool.RunAsync(Jobs.ProcessId).Bounded().GetAwaiter().GetResult());
    });

    [Fact]
    public async Task Code_that_insists_on_running_at_once_may_block_too()
    {
        await using var pool = NewPool();
        await pool.RunAsync(Jobs.Double, 0).Bounded();
        for (var i = 0; i < 20; i++)
        {
            var inner = await pool.RunAsync(Jobs.Double, i)
                .ContinueWith(_ => pool.RunAsync(Jobs.Double, 7).Bounded().GetAwaiter().GetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                .Bounded();
            Assert.Equal(14, inner);
        }
    }

    [Fact]
    public async Task Who_cancels_a_job_does_not_run_its_caller_s_code()
    {
        await using var pool = NewPool();
        await pool.RunAsync(Jobs.Double, 0).Bounded();
        using var file = new TempFile();
        using var source = new CancellationTokenSource();
        var (thread, inside) = (0, false);
        var job = Wait(pool.RunAsync(Jobs.Spin, file.Path, source.Token));
        await file.WrittenAsync();
        thread = Environment.CurrentManagedThreadId;
        inside = true;
        source.Cancel();
        inside = false;
        await job.Bounded();

        async Task Wait(Task running)
        {
            try
            {
                await running.ConfigureAwait(false);
                Assert.Fail("The job was not cancelled.");
            }
            catch (OperationCanceledException)
            {
                Assert.False(inside && thread == Environment.CurrentManagedThreadId);
            }
        }
    }

    [Fact]
    public async Task What_a_caller_sets_for_itself_there_is_not_the_next_one_s()
    {
        await using var pool = NewPool();
        var local = new AsyncLocal<int>();
        await GoAsync(1);
        Assert.Equal(0, local.Value);
        await Task.Run(() => pool.RunAsync(Jobs.Double, 2)).Bounded();
        Assert.Equal(0, local.Value);

        async Task GoAsync(int value)
        {
            for (var i = 0; i < 50; i++)
            {
                local.Value = value;
                await pool.RunAsync(Jobs.Double, i).ConfigureAwait(false);
                Assert.Equal(value, local.Value);
            }
        }
    }
}
